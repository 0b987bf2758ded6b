package org.tocsin.app.command;

import java.io.IOException;
import org.tocsin.app.embedded.RunningNote;
import org.tocsin.app.lines.Terminal;
import org.tocsin.wire.settings.Settings;

/** The system that client commands talk to. */
final class Running {

    private Running() {}

    /**
     * The brokers of the environment, else the embedded system that runs on the data folder.
     *
     * @throws Failed when there is neither
     */
    static Settings system(Terminal terminal) {
        Settings settings = Settings.from(terminal.environment());
        if (!settings.isEmbedded()) {
            return settings;
        }
        try {
            return RunningNote.read(settings.data())
                    .map(note -> settings.at(note.bootstrapServers(), note.registryUrl()))
                    .orElseThrow(
                            () ->
                                    new Failed(
                                            "nothing runs on "
                                                    + settings.data()
                                                    + "; start tocsin demo or tocsin all there, or set TOCSIN_KAFKA_BOOTSTRAP_SERVERS"));
        } catch (IOException e) {
            throw new Failed("cannot read what runs on " + settings.data() + ": " + e, e);
        }
    }
}
