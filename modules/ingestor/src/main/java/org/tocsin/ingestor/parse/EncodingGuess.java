package org.tocsin.ingestor.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The encoding of bytes of which nobody said anything true, by what they spell in each candidate:
 * the right one gives letters that a language uses much, a wrong one gives rare ones. Each
 * candidate names its language's most frequent characters and which share of running text they make
 * up.
 */
final class EncodingGuess {

    /** Text enough to tell, and little enough to try it a dozen times. */
    private static final int SAMPLE = 40_000;

    private static final int LEAST = 4;
    private static final double BELIEVED = 0.5;

    private static final String CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжОЕАИНТСРВЛКМДПУ";
    private static final String GREEK = "αοιετσνηυρπκμλωςγδάίόέήύώθφβχ";
    private static final String CHINESE =
            "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于"
                    + "起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工新部";
    private static final String TAIWANESE =
            "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她里後小麼心多天而能好都然沒日於"
                    + "起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工新部";
    private static final String KOREAN = "이다는에의을가한고를은하도로지사기어대인자리있들시정아그서해나부전일수제게원만상안조";

    private record Candidate(String charset, String frequent, double share) {}

    private static final Candidate[] CANDIDATES = {
        new Candidate("EUC-JP", range('\u3041', '\u3093') + "のーン", 0.45),
        new Candidate("windows-31j", range('\u3041', '\u3093') + "のーン", 0.45),
        new Candidate("GB18030", CHINESE, 0.35),
        new Candidate("Big5-HKSCS", TAIWANESE, 0.35),
        new Candidate("x-windows-949", KOREAN, 0.4),
        new Candidate("windows-1251", CYRILLIC, 0.9),
        new Candidate("KOI8-R", CYRILLIC, 0.9),
        new Candidate("ISO-8859-5", CYRILLIC, 0.9),
        new Candidate("IBM866", CYRILLIC, 0.9),
        new Candidate("windows-1253", GREEK, 0.9),
        new Candidate("windows-1255", range('\u05D0', '\u05EA'), 0.95),
        new Candidate("windows-1256", range('\u0621', '\u064A'), 0.95),
        new Candidate("x-windows-874", range('\u0E01', '\u0E4E'), 0.97),
    };

    private EncodingGuess() {}

    /** The likeliest encoding; nothing for Western text, which shows too little of itself. */
    static Optional<Charset> of(byte[] bytes) {
        byte[] sample = sample(bytes);
        if (standAlone(sample)) {
            return Optional.empty();
        }
        Charset best = null;
        double most = BELIEVED;
        for (Candidate candidate : CANDIDATES) {
            double score = score(sample, candidate);
            if (score > most) {
                most = score;
                best = Charset.forName(candidate.charset);
            }
        }
        return Optional.ofNullable(best);
    }

    /** From the first byte beyond ASCII on, since a document's head is mostly markup. */
    private static byte[] sample(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && bytes[start] >= 0) {
            start++;
        }
        return Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + SAMPLE));
    }

    /** Western accents and quotes stand between plain letters, those of other scripts in rows. */
    private static boolean standAlone(byte[] sample) {
        int beyond = 0;
        int inRows = 0;
        for (int i = 0; i < sample.length; i++) {
            boolean before = i > 0 && sample[i - 1] < 0;
            boolean after = i + 1 < sample.length && sample[i + 1] < 0;
            beyond += sample[i] < 0 ? 1 : 0;
            inRows += sample[i] < 0 && (before || after) ? 1 : 0;
        }
        return inRows * 2 <= beyond;
    }

    /** How near the share of frequent characters comes to that of running text; 1 is the same. */
    private static double score(byte[] sample, Candidate candidate) {
        if (!Charset.isSupported(candidate.charset)) {
            return 0;
        }
        String text = new String(sample, Charset.forName(candidate.charset));
        int foreign = 0;
        int frequent = 0;
        int wrong = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                foreign++;
                frequent += candidate.frequent.indexOf(c) >= 0 ? 1 : 0;
                wrong += c == '\uFFFD' || Character.isISOControl(c) ? 1 : 0;
            }
        }
        boolean telling = foreign >= LEAST && wrong * 50 <= foreign;
        return telling ? (double) frequent / foreign / candidate.share : 0;
    }

    private static String range(char first, char last) {
        var characters = new StringBuilder();
        for (char c = first; c <= last; c++) {
            characters.append(c);
        }
        return characters.toString();
    }

    /** Escape sequences of seven-bit Japanese, Korean or Chinese, which pass for ASCII. */
    static Optional<Charset> sevenBit(byte[] bytes) {
        int limit = Math.min(bytes.length - 3, 200_000);
        for (int i = 0; i < limit; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$') {
                return Optional.of(
                        Charset.forName(bytes[i + 2] == ')' ? "ISO-2022-KR" : "ISO-2022-JP"));
            }
        }
        return Optional.empty();
    }

    /** UTF-16 or UTF-32 without a mark: every other byte of markup is zero. Null for other text. */
    static Charset byZeros(byte[] bytes) {
        int length = Math.min(bytes.length, 400) / 4 * 4;
        int[] zeros = new int[4];
        for (int i = 0; i < length; i++) {
            zeros[i % 4] += bytes[i] == 0 ? 1 : 0;
        }
        int most = length / 4 * 4 / 10;
        if (length < 8) {
            return null;
        }
        if (zeros[0] > most && zeros[1] > most && zeros[2] > most) {
            return Charset.forName("UTF-32BE");
        }
        if (zeros[1] > most && zeros[2] > most && zeros[3] > most) {
            return Charset.forName("UTF-32LE");
        }
        if (zeros[0] > most && zeros[2] > most) {
            return StandardCharsets.UTF_16BE;
        }
        return zeros[1] > most && zeros[3] > most ? StandardCharsets.UTF_16LE : null;
    }
}
