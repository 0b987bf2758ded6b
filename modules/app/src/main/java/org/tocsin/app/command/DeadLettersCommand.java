package org.tocsin.app.command;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.tocsin.app.deadletter.DeadLetter;
import org.tocsin.app.deadletter.DeadLetterLog;
import org.tocsin.app.deadletter.Place;
import org.tocsin.app.deadletter.Replay;
import org.tocsin.app.deadletter.Replayed;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
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

    private final Terminal terminal;

    DeadLettersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "A line each: where it lies, where it came from, why.")
    int list(@Mixin Help help) {
        var kafka = Running.system(terminal).kafka();
        var out = new JsonLines(terminal.out());
        var replayed = new Replayed(kafka);
        try (var log = new DeadLetterLog(kafka)) {
            log.forEach(letter -> out.write(Row.of(letter, replayed.contains(letter))));
        }
        return 0;
    }

    @Command(name = "show", description = "One with all its headers and its bytes.")
    int show(
            @Mixin Help help,
            @Parameters(paramLabel = "PARTITION:OFFSET", description = "As list shows it.")
                    String place) {
        try (var log = new DeadLetterLog(Running.system(terminal).kafka())) {
            new JsonLines(terminal.out()).write(Whole.of(find(log, place)));
        }
        return 0;
    }

    @Command(
            name = "replay",
            description = {
                "Puts dead letters back into the topic they came from, unchanged.",
                "--all takes those that no --all has taken before."
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
                    String topic) {
        boolean named = places != null && !places.isEmpty();
        if (named == all || (topic != null && !all)) {
            throw new Misuse("replay takes either PARTITION:OFFSET or --all [--topic TOPIC]");
        }
        var kafka = Running.system(terminal).kafka();
        try (var log = new DeadLetterLog(kafka);
                var replay = new Replay(kafka)) {
            List<DeadLetter> done = all ? replay.all(log, topic) : named(places, log, replay);
            var out = new JsonLines(terminal.out());
            done.forEach(
                    letter ->
                            out.write(
                                    Map.of(
                                            "replayed",
                                            letter.place().toString(),
                                            "topic",
                                            letter.topic())));
            terminal.err().println(done.size() + " replayed");
        }
        return 0;
    }

    private static List<DeadLetter> named(List<String> places, DeadLetterLog log, Replay replay) {
        List<DeadLetter> letters = places.stream().map(place -> find(log, place)).toList();
        for (DeadLetter letter : letters) {
            if (letter.topic() == null) {
                throw new Failed(letter.place() + " does not say which topic it came from");
            }
        }
        letters.forEach(replay::one);
        return letters;
    }

    private static DeadLetter find(DeadLetterLog log, String place) {
        try {
            return log.at(Place.parse(place))
                    .orElseThrow(() -> new Failed("there is no dead letter at " + place));
        } catch (IllegalArgumentException e) {
            throw new Misuse(e.getMessage());
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
