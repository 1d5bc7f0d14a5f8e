package io.billingcenter.jobs.cli;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.readers.tables.guard.ConsentReader;
import io.billingcenter.readers.tables.guard.OpenAmountReader;
import io.billingcenter.readers.tables.guard.OpenCellReader;
import io.billingcenter.writers.files.guard.HoldList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The holds and missing input that wait for a person. */
final class OpenHolds {

    private static final String UNUSUAL = "unusual";

    private OpenHolds() {}

    /** Returns everything that is open, up to tomorrow, since no zone is further ahead. */
    static List<HoldList.Entry> entries(ConfigurableApplicationContext context, BillingDay today) {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        ReferenceLookups lookups = context.getBean(RunLookups.class).asOf(today);
        BillingDay last = today.plusDays(1);
        Map<OpenAmountReader.Place, Map<String, BigDecimal>> worth = new OpenAmountReader(jdbc).upTo(last);
        return new OpenCellReader(jdbc)
                .upTo(last).stream()
                        .map(cell -> new HoldList.Entry(
                                cell,
                                today,
                                worth.getOrDefault(
                                        new OpenAmountReader.Place(
                                                cell.key().workspace(),
                                                cell.key().day()),
                                        Map.of()),
                                fingerprints(jdbc, lookups, cell.key())))
                        .toList();
    }

    /** Returns the fingerprints of an account-day that is held as unusual. */
    private static List<String> fingerprints(JdbcTemplate jdbc, ReferenceLookups lookups, OpenCell.Key cell) {
        if (!cell.reason().equals(UNUSUAL)) {
            return List.of();
        }
        return lookups.directory()
                .binding(new WorkspaceId(cell.workspace()), cell.day())
                .map(binding -> new ConsentReader(jdbc)
                        .fingerprints(
                                GuardLevel.ACCOUNT,
                                cell.day(),
                                binding.account().value()))
                .orElse(List.of());
    }
}
