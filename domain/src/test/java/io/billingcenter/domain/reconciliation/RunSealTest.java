package io.billingcenter.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies the chain of seals, and the results of comparisons with their message. */
class RunSealTest {

    @Test
    void aChainOfSealsShowsAnyLaterChange() {
        List<RunSeal> chain = new ArrayList<>();
        RunSeal last = null;
        for (int run = 1; run <= 5; run++) {
            last = RunSeal.after(last, run * 10L, run, "digest-" + run);
            chain.add(last);
        }
        for (int number = 1; number <= 5; number++) {
            RunSeal seal = chain.get(number - 1);
            assertThat(seal.number()).isEqualTo(number);
            assertThat(seal.previous())
                    .isEqualTo(number == 1 ? "" : chain.get(number - 2).seal());
            assertThat(seal.computed()).isEqualTo(seal.seal()).hasSize(64);
        }
        RunSeal seal = chain.get(2);
        assertThat(List.of(
                        new RunSeal(4, 30, seal.previous(), 3, "digest-3", seal.seal()),
                        new RunSeal(3, 30, "other", 3, "digest-3", seal.seal()),
                        new RunSeal(3, 30, seal.previous(), 4, "digest-3", seal.seal()),
                        new RunSeal(3, 30, seal.previous(), 3, "digest-4", seal.seal())))
                .allMatch(changed -> !changed.computed().equals(changed.seal()));
        assertThat(RunSeal.after(chain.get(1), 99, 3, "digest-3").seal())
                .as("a repeat under another run number")
                .isEqualTo(seal.seal());
    }

    private static ReconciliationResult result(int differences) {
        ReconciliationResult result = new ReconciliationResult();
        result.compare(ControlLevel.USAGE, "same", "a", "a");
        result.compare(ControlLevel.USAGE, "same", new BigDecimal("1.0"), new BigDecimal("1.00"));
        result.equal(ControlLevel.BILLS, 3, BigDecimal.TEN);
        result.equal(ControlLevel.LEDGER, 0, BigDecimal.ZERO);
        for (int number = 0; number < differences; number++) {
            result.compare(ControlLevel.USAGE, "key " + number, "a", "b");
        }
        return result;
    }

    @Test
    void pairsFoundEqualElsewhereCount() {
        ReconciliationResult result = result(0);
        assertThat(result.balances()).isTrue();
        assertThat(result.lines())
                .extracting(line -> line.level() + " " + line.compared() + " " + line.differences())
                .containsExactly("USAGE 2 0", "BILLS 3 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 11, 1_500})
    void theMessageNamesTheFirstTenDifferences(int differences) {
        ReconciliationResult result = result(differences);
        assertThat(result.differences()).isEqualTo(differences);
        assertThat(result.discrepancies()).hasSize(Math.min(differences, 1_000));
        String message = new OutOfBalanceException("equal figures", result).getMessage();
        assertThat(message)
                .startsWith("Expected equal figures, found " + differences
                        + (differences == 1 ? " difference," : " differences,"));
        assertThat(message.lines().filter(line -> line.startsWith("  usage, key")))
                .hasSize(Math.min(differences, 10));
    }
}
