package io.billingcenter.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts; a rate of -1 is one of which nothing is known yet. */
class ProgressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # bytes       | total         | records  | bytes/s  | records/s | expected
            0             | 0             | 0        | -1       | -1        | 100 %, 0 B of 0 B, 0 records
            0             | 999           | 0        | -1       | -1        | 0 %, 0 B of 999 B, 0 records
            1             | 999           | 1        | 0        | 0         | 0 %, 1 B of 999 B, 1 record, 0 records/s
            1             | 999           | 1        | 1        | 1         | 0 %, 1 B of 999 B, 1 record, 1 record/s, 17 min left
            999           | 1000          | 12       | 1        | 2         | 99 %, 999 B of 1.0 kB, 12 records, 2 records/s, 1 s left
            1000          | 1000          | 12       | 1        | 2         | 100 %, 1.0 kB of 1.0 kB, 12 records, 2 records/s
            1001          | 1000          | 12       | 1        | 2         | 100 %, 1.0 kB of 1.0 kB, 12 records, 2 records/s
            -5            | 1000          | -7       | -1       | -1        | 0 %, 0 B of 1.0 kB, 0 records
            999999        | 1999999       | 5000     | 16950    | 90        | 49 %, 999.9 kB of 1.9 MB, 5,000 records, 90 records/s, 59 s left
            999999        | 1999999       | 5000     | 16949    | 90        | 49 %, 999.9 kB of 1.9 MB, 5,000 records, 90 records/s, 1 min left
            0             | 3540000       | 0        | 1000     | 9         | 0 %, 0 B of 3.5 MB, 0 records, 9 records/s, 59 min left
            0             | 3541000       | 0        | 1000     | 9         | 0 %, 0 B of 3.5 MB, 0 records, 9 records/s, 1 h 00 min left
            4100000000    | 9100000000    | 12345678 | 662000   | 4761      | 45 %, 4.1 GB of 9.1 GB, 12,345,678 records, 4,761 records/s, 2 h 06 min left
            1             | 999000000000  | 1        | 2775000  | 1         | 0 %, 1 B of 999.0 GB, 1 record, 1 record/s, over 100 h left
            1             | 5000000000000 | 1        | 1        | 1         | 0 %, 1 B of 5.0 TB, 1 record, 1 record/s, over 100 h left
            """)
    void aLineOfTheLog(long bytes, long total, long records, long bytesASecond, long recordsASecond, String expected) {
        assertThat(new Progress(bytes, total, records, bytesASecond, recordsASecond).line())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | -1 | -1      | '[>              ]   0 %  0 B of 1.0 kB'
            49   | 10 | 1       | '[>              ]   4 %  49 B of 1.0 kB  1 record/s  2 min left'
            500  | 50 | 1234567 | '[=======>       ]  50 %  500 B of 1.0 kB  1,234,567 records/s  10 s left'
            999  | 50 | 0       | '[==============>]  99 %  999 B of 1.0 kB  0 records/s  1 s left'
            1000 | 50 | 5       | '[===============] 100 %  1.0 kB of 1.0 kB  5 records/s'
            """)
    void aBarOfTheTerminal(long bytes, long bytesASecond, long recordsASecond, String expected) {
        assertThat(new Progress(bytes, 1000, 7, bytesASecond, recordsASecond).bar())
                .isEqualTo(expected);
    }

    @Test
    void aBarNeverBreaks() {
        long most = 90_000_000_000_000_000L;
        assertThat(new Progress(most - 1, most, 7, 1, 999_999_999_999L).bar()).hasSizeLessThanOrEqualTo(79);
        assertThat(new Progress(most, most, 7, 1, 999_999_999_999L).bar()).contains("90.0 PB of 90.0 PB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | 0        | PT0S        | 0 B and 0 records in 0.0 s
            1          | 1        | PT1S        | 1 B and 1 record in 1.0 s: 1 record/s
            999        | 5        | PT0.099S    | 999 B and 5 records in 0.0 s
            999        | 5        | PT-3S       | 999 B and 5 records in 0.0 s
            1000       | 3        | PT2S        | 1.0 kB and 3 records in 2.0 s: 1 record/s
            9100000000 | 12345678 | PT20M3.579S | '9.1 GB and 12,345,678 records in 1,203.5 s: 10,257 records/s'
            """)
    void theLineAtTheEnd(long bytes, long records, Duration elapsed, String expected) {
        assertThat(Progress.summary(bytes, records, elapsed)).isEqualTo(expected);
    }
}
