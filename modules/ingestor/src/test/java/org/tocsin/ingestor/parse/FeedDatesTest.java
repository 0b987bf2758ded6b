package org.tocsin.ingestor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 04 Jan 2004 12:30:15 GMT            | 2004-01-04T12:30:15Z",
                "Sun, 4 Jan 04 12:30 EST                  | 2004-01-04T17:30:00Z",
                "4 Jan 2004 12:30:15 +0530                | 2004-01-04T07:00:15Z",
                "Sunday, January 4, 2004 12:30 PM PST     | 2004-01-04T20:30:00Z",
                "Sun Jan  4 12:30:15 2004                 | 2004-01-04T12:30:15Z",
                "Sun Jan 04 12:30:15 CET 2004             | 2004-01-04T11:30:15Z",
                "Sun, 04 Jan 2004 12:30:15 GMT+0300       | 2004-01-04T09:30:15Z",
                "04-Jan-2004 12:30                        | 2004-01-04T12:30:00Z",
                "2004-01-04                               | 2004-01-04T00:00:00Z",
                "2004-01                                  | 2004-01-01T00:00:00Z",
                "2004                                     | 2004-01-01T00:00:00Z",
                "20040104                                 | 2004-01-04T00:00:00Z",
                "20040104T123015Z                         | 2004-01-04T12:30:15Z",
                "2004-01-04T12:30Z                        | 2004-01-04T12:30:00Z",
                "2004-01-04T12:30:15.5+02:00              | 2004-01-04T10:30:15.500Z",
                "2004-01-04 12:30:15 -0800                | 2004-01-04T20:30:15Z",
                "2004-01-04T24:00:00Z                     | 2004-01-05T00:00:00Z",
                "2004-004                                 | 2004-01-04T00:00:00Z",
                "2004-W01-7                               | 2004-01-04T00:00:00Z",
                "2004/01/04 12:30                         | 2004-01-04T12:30:00Z",
                "04.01.2004 12:30                         | 2004-01-04T12:30:00Z",
                "01/04/2004 12:30                         | 2004-01-04T12:30:00Z",
                "14/01/2004                               | 2004-01-14T00:00:00Z",
                "1073219415                               | 2004-01-04T12:30:15Z",
                "1073219415000                            | 2004-01-04T12:30:15Z",
                "dim, 04 janv. 2004 12:30:15 +0100        | 2004-01-04T11:30:15Z",
                "So, 04 Mär 2004 12:30:15 MEZ             | 2004-03-04T11:30:15Z",
                "4 января 2004 12:30                      | 2004-01-04T12:30:00Z",
                "4 Ocak 2004 12:30                        | 2004-01-04T12:30:00Z",
                "Κυρ, 04 Ιαν 2004 12:30:15 EET            | 2004-01-04T10:30:15Z",
                "2004년 1월 4일 오후 01:30                   | 2004-01-04T13:30:00Z",
                "2004年1月4日 12:30                         | 2004-01-04T12:30:00Z",
                "Thu, 04 Sept 2014 12:30:15 Z             | 2014-09-04T12:30:15Z",
            })
    void readsTheDatesThatFeedsWrite(String written, String meant) {
        assertThat(FeedDates.parse(written)).contains(Instant.parse(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "31 Feb 2004 10:00",
                "2004-13-45",
                "99:99",
                "---",
                "Jan",
                "12345",
                "0000-00-00 00:00:00"
            })
    void knowsWhatIsNoDate(String written) {
        assertThat(FeedDates.parse(written)).isEmpty();
    }
}
