package org.tocsin.app.pipeline;

import java.nio.file.Path;
import java.util.Map;

/** Where a test's broker and registry come from. */
interface Platform extends AutoCloseable {

    /**
     * The environment under which a system on this platform starts, with its data in that folder.
     */
    Map<String, String> environment(Path data);

    @Override
    void close();
}
