package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.invoicing.SilentWorkspaces;
import io.billingcenter.domain.invoicing.SilentWorkspaces.Day;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.guard.InputFindingTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Groups silent workspace-days into silences, with the charges of the day before. */
final class SilentWorkspacesReader {

    private static final String LAST_FILES = """
            SELECT f.workspace_id, f.billing_day, (
                SELECT MAX(d.billing_day) FROM day_reading d
                WHERE d.workspace_id = f.workspace_id AND d.billing_day < f.billing_day AND d.is_current = TRUE
                  AND d.files > 0) AS last_day
            FROM input_finding f WHERE f.finding = 'missing' AND f.billing_day >= ? AND f.billing_day <= ?""";

    private static final String CHARGED = """
            SELECT workspace_id, charge_currency AS currency, charge_amount AS amount FROM rated_day
            WHERE billing_day = ? AND is_current = TRUE AND outcome = 'charged' AND charge_account IS NOT NULL""";

    private final JdbcTemplate jdbc;

    SilentWorkspacesReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the silences that these workspace-days, in the order of their days, belong to. */
    List<SilentWorkspaces> of(List<Day> silent) {
        if (silent.isEmpty()) {
            return List.of();
        }
        Map<Day, BillingDay> lastDays = lastDays(silent);
        Map<BillingDay, List<Day>> byLastDay = new TreeMap<>();
        for (Day day : silent) {
            byLastDay
                    .computeIfAbsent(lastDays.getOrDefault(day, day.day().minusDays(1)), first -> new ArrayList<>())
                    .add(day);
        }
        List<SilentWorkspaces> silences = new ArrayList<>();
        byLastDay.forEach((last, days) -> silences.add(silence(last, days)));
        return silences;
    }

    private Map<Day, BillingDay> lastDays(List<Day> silent) {
        Map<Day, BillingDay> lastDays = new HashMap<>();
        jdbc.query(
                LAST_FILES,
                row -> {
                    BillingDay last = InputFindingTable.BILLING_DAY.getOrNull(row, "last_day");
                    if (last != null) {
                        lastDays.put(
                                new Day(
                                        InputFindingTable.WORKSPACE_ID.get(row).value(),
                                        InputFindingTable.BILLING_DAY.get(row)),
                                last);
                    }
                },
                silent.get(0).day().date(),
                silent.get(silent.size() - 1).day().date());
        return lastDays;
    }

    private SilentWorkspaces silence(BillingDay last, List<Day> days) {
        Set<String> workspaces = days.stream().map(Day::workspace).collect(Collectors.toSet());
        Map<String, BigDecimal> charged = new TreeMap<>();
        Map<String, BigDecimal> all = new TreeMap<>();
        Set<String> allWorkspaces = new TreeSet<>();
        jdbc.query(
                CHARGED,
                row -> {
                    String workspace = row.getString("workspace_id");
                    String currency = row.getString("currency");
                    BigDecimal amount = row.getBigDecimal("amount");
                    allWorkspaces.add(workspace);
                    all.merge(currency, amount, BigDecimal::add);
                    if (workspaces.contains(workspace)) {
                        charged.merge(currency, amount, BigDecimal::add);
                    }
                },
                last.date());
        return new SilentWorkspaces(last.plusDays(1), days, charged, all, allWorkspaces.size());
    }
}
