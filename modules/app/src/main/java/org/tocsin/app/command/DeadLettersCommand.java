package org.tocsin.app.command;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.gateway.deadletter.DeadLetter;
import org.tocsin.gateway.deadletter.Place;
import org.tocsin.gateway.deadletter.Selection;
import org.tocsin.gateway.desk.Author;
import org.tocsin.gateway.desk.DeadLetterDesk;
import org.tocsin.gateway.desk.DeadLetterDesk.Replayed;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.DeadLetterHeaders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What could not be processed: seen, and sent again. */
@Command(
        name = "dead-letters",
        description = "Shows what could not be processed and why, and puts it back.")
final class DeadLettersCommand extends Group {

    private static final String BY = "command line";

    private final Terminal terminal;

    DeadLettersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "A line each: where it lies, where it came from, why.")
    int list(@Mixin Help help) {
        DeadLetterDesk desk = desk();
        var out = new JsonLines(terminal.out());
        var replayed = desk.replayed();
        desk.forEach(
                letter -> out.write(Row.of(letter, replayed.containsKey(letter.place().id()))));
        return 0;
    }

    @Command(name = "show", description = "One with all its headers and its bytes.")
    int show(
            @Mixin Help help,
            @Parameters(paramLabel = "PARTITION:OFFSET", description = "As list shows it.")
                    String text) {
        Place place = place(text);
        DeadLetter letter =
                desk().find(place)
                        .orElseThrow(() -> new Failed("there is no dead letter at " + place));
        new JsonLines(terminal.out()).write(Whole.of(letter));
        return 0;
    }

    @Command(
            name = "replay",
            description = {
                "Puts dead letters back into the topic they came from, unchanged.",
                "--all takes those that were not put back before."
            })
    int replay(
            @Mixin Help help,
            @Parameters(
                            arity = "0..*",
                            paramLabel = "PARTITION:OFFSET",
                            description = "As list shows it.")
                    List<String> places,
            @Option(names = "--all", description = "All that were not replayed yet.") boolean all,
            @Option(
                            names = "--topic",
                            paramLabel = "TOPIC",
                            description = "With --all: only what came from that topic.")
                    String topic,
            @Option(
                            names = "--reason",
                            paramLabel = "REASON",
                            description = "With --all: only what was given up for that reason.")
                    String reason) {
        boolean named = places != null && !places.isEmpty();
        if (named == all || ((topic != null || reason != null) && !all)) {
            throw new Misuse(
                    "replay takes either PARTITION:OFFSET or --all [--topic TOPIC] [--reason REASON]");
        }
        Selection meant =
                all
                        ? new Selection.Matching(reason, null, topic)
                        : new Selection.Named(
                                places.stream().map(DeadLettersCommand::place).toList());
        terminal.err().println(replay(meant) + " replayed");
        return 0;
    }

    /** As many replays as it takes; returns how many letters were put back. */
    private int replay(Selection meant) {
        DeadLetterDesk desk = desk();
        var out = new JsonLines(terminal.out());
        int count = 0;
        Replayed done;
        do {
            done = desk.replay(meant, Author.of(BY));
            done.letters().forEach(letter -> out.write(Line.of(letter)));
            count += done.letters().size();
        } while (done.left() > 0);
        return count;
    }

    private static Place place(String text) {
        return Place.parse(text)
                .orElseThrow(() -> new Misuse("'" + text + "' is not PARTITION:OFFSET"));
    }

    private DeadLetterDesk desk() {
        Settings settings = Running.system(terminal);
        return new DeadLetterDesk(settings, new AvroSerdes(settings.registry()), Clock.systemUTC());
    }

    /** That one was put back. */
    private record Line(String replayed, String topic) {

        static Line of(DeadLetter letter) {
            return new Line(letter.place().toString(), letter.topic());
        }
    }

    /** A line of the list. */
    private record Row(
            String at,
            String time,
            String topic,
            Long partition,
            Long offset,
            String reason,
            String stage,
            String exception,
            String message,
            int bytes,
            boolean replayed) {

        static Row of(DeadLetter letter, boolean replayed) {
            return new Row(
                    letter.place().toString(),
                    letter.time().toString(),
                    letter.topic(),
                    letter.number(DeadLetterHeaders.PARTITION),
                    letter.number(DeadLetterHeaders.OFFSET),
                    letter.header(DeadLetterHeaders.REASON),
                    letter.header(DeadLetterHeaders.STAGE),
                    letter.header(DeadLetterHeaders.EXCEPTION),
                    letter.header(DeadLetterHeaders.MESSAGE),
                    letter.value() == null ? 0 : letter.value().length,
                    replayed);
        }
    }

    /** All there is: bytes as text where they are UTF-8, and always in hex. */
    private record Whole(
            String at,
            String time,
            String key,
            Map<String, String> headers,
            String text,
            String hex) {

        static Whole of(DeadLetter letter) {
            return new Whole(
                    letter.place().toString(),
                    letter.time().toString(),
                    text(letter.key()),
                    letter.headersAsText(),
                    text(letter.value()),
                    letter.value() == null ? null : HexFormat.of().formatHex(letter.value()));
        }

        private static String text(byte[] bytes) {
            try {
                return bytes == null
                        ? null
                        : StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString();
            } catch (CharacterCodingException e) {
                return null;
            }
        }
    }
}
