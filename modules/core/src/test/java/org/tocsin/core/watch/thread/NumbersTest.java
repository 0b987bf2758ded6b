package org.tocsin.core.watch.thread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It killed 12 people.            | 12",
                "It killed twelve people.        | 12",
                "A dozen boats sank.             | 12",
                "Twenty-five boats sank.         | 25",
                "It cost 3.5 million.            | 3500000",
                "It cost $3.5m.                  | 3500000",
                "It cost 3,500,000 in all.       | 3500000",
                "It cost 35 million.             | 35000000",
                "Five hundred thousand fled.     | 500000",
                "It rose by 3.50 percent.        | 3.5",
                "قتل ٣٥ شخصا.                    | 35",
                "They drove 40km and 0 miles.    | 0,40",
                "Hundreds fled.                  | hundreds",
                "On 5 May 2024 at 12:40, the 3rd | ''",
                "From 12.05.2024 or 2024-05-12   | ''",
                "Some 1.200.000 or 1,200 of them | 1200,1200000",
                "At 9am or 18h, in 1999, the 21st | ''",
                "In Sept 12 of 2,000 were 3abc    | 2000,3",
                "A 4abcd is no number, 19999 is   | 19999",
                "From 1.2.3.4 to 7/8 of it        | 123.4,7,8",
            })
    void readsANumberByItsValue(String sentence, String numbers) {
        assertThat(String.join(",", Numbers.of(sentence))).isEqualTo(numbers);
    }
}
