package io.billingcenter.jobs.workbook;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.delivery.DeliverySet;
import io.billingcenter.domain.delivery.SetKind;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.delivery.SetMaker;
import io.billingcenter.readers.tables.delivery.DeliveredRows;
import io.billingcenter.writers.files.delivery.SetContent;
import io.billingcenter.writers.files.workbook.MonthWorkbook;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes the workbook of a closed month. A month whose details were purged keeps the workbook that it has, since the usage in it
 * is not in the tables any more.
 */
@Lazy
@Component
class WorkbookMaker implements SetMaker {

    private static final String PURGED =
            "SELECT 1 FROM purged_day WHERE billing_day >= ? AND billing_day < ? FETCH FIRST 1 ROWS ONLY";
    private static final String MADE = "SELECT 1 FROM delivery WHERE period = ? FETCH FIRST 1 ROWS ONLY";

    private final JdbcTemplate jdbc;
    private final BillingSettings settings;

    WorkbookMaker(JdbcTemplate jdbc, BillingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public SetKind kind() {
        return SetKind.WORKBOOK;
    }

    @Override
    public Optional<SetContent> content(BillingMonth month, long runId) {
        if (!settings.accounting().workbook()) {
            return Optional.empty();
        }
        if (isPurged(month)) {
            String set = new DeliverySet(month, kind()).toString();
            if (jdbc.queryForList(MADE, set).isEmpty()) {
                throw SetRefusedException.incomplete("Expected the usage of " + month
                        + " for its workbook, found that details of the month were purged; set"
                        + " billing.accounting.workbook to false, or rerun its days to bring them back");
            }
            return Optional.empty();
        }
        return Optional.of(new MonthWorkbook(
                month, new DeliveredRows(jdbc, settings.rules().units(), settings.zone())));
    }

    private boolean isPurged(BillingMonth month) {
        return !jdbc.queryForList(
                        PURGED, month.firstDay().date(), month.endExclusive().date())
                .isEmpty();
    }
}
