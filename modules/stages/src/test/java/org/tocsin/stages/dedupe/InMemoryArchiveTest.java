package org.tocsin.stages.dedupe;

import org.tocsin.core.dedupe.Archive;
import org.tocsin.core.dedupe.InMemoryArchive;

class InMemoryArchiveTest extends ArchiveContract {

    @Override
    Archive archive() {
        return new InMemoryArchive();
    }
}
