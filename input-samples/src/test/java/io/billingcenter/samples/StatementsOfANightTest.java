package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.jobs.launch.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Counts the statements of two nights of 100 and of 1,000 workspaces. None may be executed for each workspace-day or for
 * each account, but only for each page, since a round trip costs more than the work of most rows. The second night also
 * bills a late file of every workspace-day of the first, and settles what a recharge of every account pays of it.
 */
@Isolated
class StatementsOfANightTest {

    private static final int FEW = 100;
    private static final int MANY = 1_000;
    private static final int WORKSPACES_OF_AN_ACCOUNT = 10;

    /** Workspace-days of a chunk, by the settings, and at most of a page of any query. */
    private static final int PAGE = 500;

    /** Executions of a statement for each further page; the chunks of all steps have their job metadata in common. */
    private static final int PER_PAGE = 20;

    private static final List<String> DAYS = List.of("2026-10-15", "2026-10-16");

    /** Tables of which a chunk may copy rows. */
    private static final int COPIED_TABLES = 3;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void noneIsExecutedForEachWorkspaceDayOrAccount(Databases database) throws IOException {
        List<Map<String, Integer>> few = nights(database, FEW);
        List<Map<String, Integer>> many = nights(database, MANY);

        for (int night = 0; night < DAYS.size(); night++) {
            assertThat(few.get(night).keySet())
                    .as("statements counted in the night of " + DAYS.get(night))
                    .anyMatch(sql -> sql.contains("metered_day"))
                    .anyMatch(sql -> sql.contains("FROM posting"))
                    .anyMatch(sql -> sql.contains("bill_payment"));
            assertThat(tooMany(few.get(night), many.get(night), limit(night + 1)))
                    .as("statements of the night of " + DAYS.get(night) + ", " + database)
                    .isEmpty();
        }
    }

    @Test
    void aStatementOfEachAccountIsFound() {
        int accounts = (MANY - FEW) / WORKSPACES_OF_AN_ACCOUNT;
        Map<String, Integer> few = Map.of("of each page", 1, "of each account", 10);
        Map<String, Integer> many =
                Map.of("of each page", 1 + limit(2), "of each account", 10 + accounts, "a new one", limit(2) + 1);

        assertThat(tooMany(few, many, limit(2)))
                .containsExactly("a new one: 0, then 61", "of each account: 10, then 100");
    }

    /**
     * The executions of a statement by which the larger night may exceed the smaller one: the same for each further page.
     *
     * @param days workspace-days that the night bills for each workspace
     */
    private static int limit(int days) {
        return PER_PAGE * (pages(MANY * days) - pages(FEW * days));
    }

    private static int pages(int workspaceDays) {
        return (workspaceDays + PAGE - 1) / PAGE;
    }

    private static List<String> tooMany(Map<String, Integer> few, Map<String, Integer> many, int limit) {
        List<String> found = new ArrayList<>();
        new TreeMap<>(many).forEach((sql, executions) -> {
            int before = few.getOrDefault(sql, 0);
            // A COPY is counted by the connection that it begins with, not by its table.
            int most = sql.startsWith("unwrap ") ? limit * COPIED_TABLES : limit;
            if (executions > before + most) {
                found.add(sql + ": " + before + ", then " + executions);
            }
        });
        return found;
    }

    /** Runs both nights; the executions by statement, of each. */
    private List<Map<String, Integer>> nights(Databases database, int workspaces) throws IOException {
        Path root = folder.resolve(database + "-" + workspaces);
        Workplace place = new Workplace(root, database.address(root));
        String url = DatabaseAddress.of(place.db(), Workplace.HOME).url();
        writeReference(place, workspaces);
        List<Map<String, Integer>> executions = new ArrayList<>();
        for (String day : DAYS) {
            writeTraffic(place, day, workspaces);
            CountingDriver.watch(url);
            Workplace.Answer answer = place.billing("nightly", "--day", day, "--set", "billing.metering.threads=2");
            executions.add(CountingDriver.end(url));
            assertThat(answer.status()).as(answer.text()).isZero();
        }
        return executions;
    }

    private static void writeTraffic(Workplace place, String day, int workspaces) throws IOException {
        Traffic traffic = new Traffic(day);
        for (int workspace = 0; workspace < workspaces; workspace++) {
            traffic.writeFile(place, workspace, traffic.records(workspace, 2));
            if (!day.equals(DAYS.get(0))) {
                Files.writeString(
                        new Traffic(DAYS.get(0)).folder(place, workspace).resolve("late.csv"),
                        Traffic.HEADER + "late," + DAYS.get(0) + "T08:00:00+08:00,ws-" + workspace + ",report,,,1,,\n");
            }
        }
    }

    private static void writeReference(Workplace place, int workspaces) throws IOException {
        new Traffic(DAYS.get(0)).writeReference(place, workspaces);
        List<Integer> numbers =
                Stream.iterate(0, number -> number + 1).limit(workspaces).toList();
        write(
                place,
                "bindings",
                "workspace_id,account_id,settlement,vendor_account,from,to",
                numbers.stream().map(number -> "ws-" + number + "," + account(number) + ",wallet,,2026-01-01,"));
        write(
                place,
                "alert_thresholds",
                "workspace_id,meter,amount,from,to",
                numbers.stream().map(number -> "ws-" + number + ",,0.00,2026-01-01,"));
        write(
                place,
                "billing_accounts",
                "account_id,username,name,currency,certified",
                accounts(numbers).map(account -> account + "," + account + ",Account,CNY,true"));
        write(
                place,
                "contract_prices",
                "account_id,meter,retention_days,price,from,to",
                accounts(numbers).map(account -> account + ",sms,,0.9,2026-01-01,"));
        write(
                place,
                "vouchers",
                "voucher_id,account_id,kind,amount,activated,expires",
                accounts(numbers)
                        .map(account -> "v-" + account + "," + account + ",ordinary,10.00,2026-10-01,2026-12-01"));
        write(
                place,
                "prepaid_cards",
                "card_id,account_id,amount,purchased,expires",
                accounts(numbers).map(account -> "c-" + account + "," + account + ",100.00,2026-10-01,2027-10-01"));
        write(
                place,
                "packages",
                "package_id,account_id,package,from,workspaces",
                numbers.stream()
                        .filter(number -> number % WORKSPACES_OF_AN_ACCOUNT == 0)
                        .map(number -> "p-" + account(number) + "," + account(number) + ",starter," + DAYS.get(1)
                                + ",ws-" + number));
        write(
                place,
                "recharges",
                "recharge_id,account_id,amount,day",
                accounts(numbers).map(account -> "r-" + account + "," + account + ",5.00," + DAYS.get(1)));
    }

    private static String account(int workspace) {
        return "a" + workspace / WORKSPACES_OF_AN_ACCOUNT;
    }

    private static Stream<String> accounts(List<Integer> workspaces) {
        return workspaces.stream().map(StatementsOfANightTest::account).distinct();
    }

    private static void write(Workplace place, String file, String header, Stream<String> rows) throws IOException {
        Files.writeString(
                place.reference().resolve(file + ".csv"),
                header + "\n" + String.join("\n", rows.toList()) + "\n",
                StandardCharsets.UTF_8);
    }
}
