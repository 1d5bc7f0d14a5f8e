package io.billingcenter.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Verifies the cover of a consent: amounts that shrank or grew by at most 10 %, and new findings below 1 % in each
 * currency.
 */
class GuardStopTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            # consented                | now                                      | covered
            a CNY 1000                 | a CNY 1000                               | true
            a CNY 1000                 | a CNY 1100                               | true
            a CNY 1000                 | a CNY 1100.01                            | false
            a CNY 1000                 | a CNY 0.01                               | true
            a CNY 1000; b CNY 10       | a CNY 1000                               | true
            a CNY 1000; b CNY 10       | b CNY 11                                 | true
            a CNY 1000; b CNY 10       | b CNY 12                                 | false
            a CNY 1000                 | a CNY 1000; b CNY 9.99                   | true
            a CNY 1000                 | a CNY 1000; b CNY 10                     | false
            a CNY 1000                 | a CNY 1000; b CNY 5; c CNY 4.99          | true
            a CNY 1000                 | a CNY 1000; b CNY 5; c CNY 5             | false
            a CNY 1000; x USD 50       | a CNY 1000; b USD 0.49                   | true
            a CNY 1000; x USD 50       | a CNY 1000; b USD 0.5                    | false
            a CNY 1000                 | a CNY 1000; b USD 0.01                   | false
            a CNY 1000                 | a USD 1000                               | false
            a CNY 0                    | a CNY 0                                  | true
            a CNY 0                    | a CNY 0.01                               | false
            """)
    void coversWhatHardlyGrew(String consented, String now, boolean covered) {
        assertThat(stop(GuardLevel.NIGHT, DAY, "", now).isCoveredBy(stop(GuardLevel.NIGHT, DAY, "", consented)))
                .isEqualTo(covered);
    }

    @Test
    void isForItsDayLevelAndEvidence() {
        GuardStop given = stop(GuardLevel.NIGHT, DAY, "e", "a CNY 1000");
        assertThat(stop(GuardLevel.NIGHT, DAY.plusDays(1), "e", "a CNY 1000").isCoveredBy(given))
                .isFalse();
        assertThat(stop(GuardLevel.ACCOUNT, DAY, "e", "a CNY 1000").isCoveredBy(given))
                .isFalse();
        assertThat(stop(GuardLevel.NIGHT, DAY, "f", "a CNY 1000").isCoveredBy(given))
                .isFalse();
        assertThat(stop(GuardLevel.NIGHT, DAY, "e", "a CNY 1").isCoveredBy(given))
                .isTrue();
    }

    /** The same content of a reference file may arrive on any day and lose any number of rows. */
    @ParameterizedTest
    @CsvSource({
        "vouchers.csv sha256:1 CNY 5, true",
        "vouchers.csv sha256:1 CNY 5000, true",
        "vouchers.csv sha256:2 CNY 5, false",
        "packages.csv sha256:1 CNY 5, false",
        "vouchers.csv sha256:1 CNY 5; packages.csv sha256:3 CNY 7, false"
    })
    void referenceContentsAreForEver(String now, boolean covered) {
        GuardStop given = stop(GuardLevel.REFERENCE, DAY, "", "vouchers.csv sha256:1 CNY 5");
        GuardStop later = stop(GuardLevel.REFERENCE, DAY.plusDays(40), "", now);
        assertThat(later.isCoveredBy(given)).isEqualTo(covered);
        assertThat(later.fingerprint().equals(given.fingerprint())).isEqualTo(covered);
    }

    @Test
    void theFingerprintNamesNoAmounts() {
        String one = stop(GuardLevel.NIGHT, DAY, "", "a CNY 1000; b CNY 2").fingerprint();
        assertThat(one).matches("[0-9a-f]{12}");
        assertThat(stop(GuardLevel.NIGHT, DAY, "", "b CNY 7; a CNY 3").fingerprint())
                .isEqualTo(one);
        assertThat(Stream.of(
                                stop(GuardLevel.NIGHT, DAY.plusDays(1), "", "a CNY 1000; b CNY 2"),
                                stop(GuardLevel.STORE, DAY, "", "a CNY 1000; b CNY 2"),
                                stop(GuardLevel.NIGHT, DAY, "e", "a CNY 1000; b CNY 2"),
                                stop(GuardLevel.NIGHT, DAY, "", "a CNY 1000; c CNY 2"),
                                stop(GuardLevel.NIGHT, DAY, "", "a CNY 1000; b USD 2"))
                        .map(GuardStop::fingerprint))
                .doesNotContain(one)
                .doesNotHaveDuplicates();
    }

    @Test
    void aStopHasAReason() {
        assertThatThrownBy(() -> new GuardStop(GuardLevel.NIGHT, DAY, "", List.of()))
                .hasMessageContaining("Expected at least one finding");
    }

    /** Findings are written as {@code subject currency amount; ...}; the subject may contain a space. */
    private static GuardStop stop(GuardLevel level, BillingDay day, String inputDigest, String findings) {
        return new GuardStop(
                level,
                day,
                inputDigest,
                Stream.of(findings.split("; *"))
                        .map(text -> text.trim().split(" (?=[A-Z]{3} )| (?=[0-9.]+$)"))
                        .map(words -> new GuardFinding(
                                GuardReason.USAGE_CHARGES, words[0], words[1], new BigDecimal(words[2]), ""))
                        .toList());
    }
}
