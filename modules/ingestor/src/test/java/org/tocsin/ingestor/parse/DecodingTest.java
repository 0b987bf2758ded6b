package org.tocsin.ingestor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

    private static final String RUSSIAN = "Порт закрыт из-за шторма, сообщили вчера власти города";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "windows-1251",
                "KOI8-R",
                "ISO-8859-5",
                "IBM866",
                "UTF-8",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-32LE",
                "UTF-32BE",
                "x-MacCyrillic"
            })
    void believesADeclarationThatTheBytesAllow(String name) {
        byte[] bytes = document(name, RUSSIAN).getBytes(Charset.forName(name));

        assertThat(Decoding.decode(bytes, null)).contains(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "cp1251, windows-1251",
        "Win-1251, windows-1251",
        "WINDOWS1251, windows-1251",
        "koi8_r, KOI8-R",
        "iso8859-5, ISO-8859-5",
        "8859_5, ISO-8859-5",
        "cp866, IBM866",
        "utf8, UTF-8",
        "UTF_8, UTF-8"
    })
    void knowsEncodingsByTheirNicknames(String declared, String real) {
        byte[] bytes = document(declared, RUSSIAN).getBytes(Charset.forName(real));

        assertThat(Decoding.decode(bytes, null)).contains(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, Порт закрыт из-за шторма; сообщили вчера власти города",
        "KOI8-R, Порт закрыт из-за шторма; сообщили вчера власти города",
        "ISO-8859-5, Порт закрыт из-за шторма; сообщили вчера власти города",
        "windows-1253, Το λιμάνι έκλεισε λόγω της θαλασσοταραχής",
        "windows-1255, הנמל נסגר בגלל הסערה אמרו ברשות",
        "windows-1256, أعلن الوزير اليوم فتح المعبر أمام القوافل",
        "x-windows-874, ท่าเรือปิดเพราะพายุ เจ้าหน้าที่กล่าวเมื่อวานนี้",
        "GB18030, 港口因为风暴关闭了，市政府的人昨天说，船不能出海，我们在这里等着",
        "Big5, 港口因為風暴關閉了，市政府的人昨天說，船不能出海，我們在這裡等著",
        "EUC-JP, あらしのため港はきのうから閉まっている、と市の当局が語った",
        "windows-31j, あらしのため港はきのうから閉まっている、と市の当局が語った",
        "EUC-KR, 폭풍 때문에 항구가 어제부터 닫혔다고 시 당국이 말했다. 배는 나가지 못하고 있다",
        "ISO-2022-JP, あらしのため港はきのうから閉まっている、と市の当局が語った"
    })
    void readsBytesOfWhichNobodySaidAnything(String name, String text) {
        byte[] bytes = ("<rss><title>" + text + "</title></rss>").getBytes(Charset.forName(name));

        assertThat(Decoding.decode(bytes, null)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "no-such-encoding", "utf-16", ""})
    void readsBytesThatTheirDeclarationLiesAbout(String declared) {
        byte[] bytes = document(declared, RUSSIAN).getBytes(Charset.forName("windows-1251"));

        assertThat(Decoding.decode(bytes, "text/xml; charset=utf-8")).contains(RUSSIAN);
    }

    @Test
    void takesWesternTextForWesternWhereNothingTells() {
        byte[] bytes = "<rss>Übermut “tut” €5</rss>".getBytes(Charset.forName("windows-1252"));

        assertThat(Decoding.decode(bytes, null)).isEqualTo("<rss>Übermut “tut” €5</rss>");
    }

    @Test
    void prefersTheHeaderUnlessItSaysWhatEveryServerSays() {
        byte[] bytes = document("koi8-r", RUSSIAN).getBytes(Charset.forName("KOI8-R"));
        byte[] proxied = document("koi8-r", RUSSIAN).getBytes(Charset.forName("windows-1251"));

        assertThat(Decoding.decode(bytes, "text/xml; charset=ISO-8859-1")).contains(RUSSIAN);
        assertThat(Decoding.decode(proxied, "text/xml; charset=\"windows-1251\""))
                .contains(RUSSIAN);
    }

    @Test
    void keepsBothPartsOfTextInTwoEncodings() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("<rss>Zoë, größer, ".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("it\u2019s</rss>".getBytes(Charset.forName("windows-1252")));

        assertThat(Decoding.decode(bytes.toByteArray(), null))
                .isEqualTo("<rss>Zoë, größer, it’s</rss>");
    }

    @Test
    void readsWideTextWithoutAMarkOrAfterALyingOne() {
        String json = "{\"items\":[{\"title\":\"Порт\"}]}";

        assertThat(Decoding.decode(json.getBytes(StandardCharsets.UTF_16LE), null)).isEqualTo(json);
        assertThat(Decoding.decode(json.getBytes(Charset.forName("UTF-32BE")), null))
                .isEqualTo(json);
        assertThat(
                        Decoding.decode(
                                "\u00EF\u00BB\u00BF<a>\u00FC</a>"
                                        .getBytes(StandardCharsets.ISO_8859_1),
                                null))
                .isEqualTo("<a>ü</a>");
    }

    private static String document(String declared, String text) {
        return "<?xml version=\"1.0\" encoding=\"%s\"?><rss><channel><item><title>%s</title></item></channel></rss>"
                .formatted(declared, text);
    }
}
