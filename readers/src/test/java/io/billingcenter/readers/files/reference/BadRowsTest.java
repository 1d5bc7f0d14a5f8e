package io.billingcenter.readers.files.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Adds one fault at a time to a valid folder; {@code bad-rows.txt} has the cases. */
class BadRowsTest {

    @TempDir
    private Path folder;

    private GoodReference reference;

    @BeforeEach
    void writeGoodFiles() throws IOException {
        reference = new GoodReference(folder);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "bad-rows.txt", delimiter = '|', quoteCharacter = '§', encoding = "UTF-8")
    void areRefused(String file, String row, String column, String expected, String found) throws IOException {
        reference.add(file + ".csv", row);
        assertThat(reference.problems())
                .containsExactly(
                        file + ".csv, line 4, column " + column + ": expected " + expected + ", found '" + found + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "console_accounts, email, name",
        "billing_accounts, account_id, certified",
        "workspaces, workspace_id, created",
        "bindings, workspace_id, to",
        "plans, workspace_id, to",
        "retention_policies, workspace_id, effective_at",
        "contract_prices, account_id, to",
        "vouchers, voucher_id, expires",
        "prepaid_cards, card_id, expires",
        "recharges, recharge_id, day",
        "packages, package_id, workspaces",
        "traffic_packs, pack_id, discount",
        "private_tariffs, workspace_id, to",
        "vendor_releases, settlement, day",
        "unlocks, account_id, day",
        "alert_thresholds, workspace_id, to",
        "invoice_profiles, account_id, to",
        "fapiao_results, request_id, red_of"
    })
    void areRefusedWithoutTheExactHeader(String file, String first, String last) throws IOException {
        reference.write(file + ".csv", first + "," + last + ",more\n");
        assertThat(reference.problems())
                .singleElement()
                .asString()
                .startsWith(file + ".csv, line 1: expected the header " + first + ",")
                .endsWith(last + ", found '" + first + "," + last + ",more'");
    }

    @Test
    void areRefusedWithAnotherNumberOfColumns() throws IOException {
        reference.add("plans.csv", "ws-1,free,2026-01-01");
        assertThat(reference.problems()).containsExactly("plans.csv, line 4: expected 4 columns, found '3 columns'");
    }

    @Test
    void areRefusedWithTextThatNoColumnHolds() throws IOException {
        reference.add("console_accounts.csv", "a@b," + "x".repeat(4001));
        reference.add("console_accounts.csv", "a@" + "b".repeat(499) + ",x");
        assertThat(reference.problems())
                .satisfiesExactly(
                        problem ->
                                assertThat(problem).contains("line 4, column name: expected at most 4000 characters"),
                        problem -> assertThat(problem).contains("line 5, column email: expected an e-mail address"));
    }

    @Test
    void areRefusedWhenTheyOverlapSeveralOthers() throws IOException {
        reference.write("plans.csv", """
                workspace_id,plan,from,to
                ws-1,free,2026-03-01,2026-04-01
                ws-1,free,2026-01-01,
                ws-1,free,2026-05-01,2026-06-01
                ws-2,free,2026-05-01,2026-06-01
                """);
        assertThat(reference.problems())
                .containsExactly(
                        "plans.csv, line 3, column from: expected days that do not overlap [2026-03-01,2026-04-01)"
                                + " of line 2, found '2026-01-01'",
                        "plans.csv, line 4, column from: expected days that do not overlap [2026-01-01,) of line 3,"
                                + " found '2026-05-01'");
    }
}
