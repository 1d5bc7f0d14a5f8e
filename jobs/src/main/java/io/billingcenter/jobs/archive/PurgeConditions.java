package io.billingcenter.jobs.archive;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.config.GuardSettings;
import io.billingcenter.domain.archive.PurgeRefusedException;
import io.billingcenter.domain.archive.RetainedDays;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.archive.PurgeChecks;
import io.billingcenter.readers.tables.archive.PurgePlanReader;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The conditions for moving the details of months into archive files. */
@Component
public class PurgeConditions {

    private final JdbcTemplate jdbc;
    private final BillingSettings settings;

    PurgeConditions(JdbcTemplate jdbc, BillingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Checks that nothing reads or changes the details of the months any more.
     *
     * @throws PurgeRefusedException if something may
     */
    public void require(BillingMonth before) {
        List<BillingMonth> months = new PurgePlanReader(jdbc).monthsBefore(before);
        PurgeChecks checks = new PurgeChecks(jdbc);
        BillingDay last = checks.lastReadDay().orElse(before.firstDay());
        List<String> reasons = checks.reasons(months, before, RetainedDays.after(last, daysBefore()));
        if (!months.isEmpty() && !reasons.isEmpty()) {
            throw new PurgeRefusedException(before, reasons);
        }
    }

    /** Returns the number of days before its own at which a night looks. */
    private int daysBefore() {
        GuardSettings guard = settings.guard();
        int silence = guard.silence().longestDays() + guard.silence().usualDays();
        int others = Math.max(guard.account().historyDays(), guard.store().usualDays());
        return Math.max(settings.metering().lateWindowDays(), Math.max(silence, others));
    }
}
