package io.billingcenter.domain.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a plain message                                                  | a plain message
            java.lang.IllegalStateException                                  | IllegalStateException
            java.io.IOException: No space left on device~\tat x.Y.z(Y.java)  | IOException: No space left on device
            io.billingcenter.X: Expected a, found b~\tat x.Y.z(Y.java:1)     | Expected a, found b
            org.x.FatalException: Unable~\tat x.Y.z(Y.java:1)~Caused by: io.billingcenter.X: Expected a: found b~ at q | Expected a: found b
            org.x.FatalException: Unable~Caused by: java.lang.OutOfMemoryError~ | FatalException: Unable
            io.billingcenter.X: Refused, 1 fault~line 2: b                   | Refused, 1 fault
            ~~                                                               | ''
            """)
    void saysWhatWentWrong(String trace, String line) {
        assertThat(FailureLine.of(trace.replace('~', '\n'))).isEqualTo(line);
    }
}
