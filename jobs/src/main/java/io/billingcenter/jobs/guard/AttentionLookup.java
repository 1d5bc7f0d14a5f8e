package io.billingcenter.jobs.guard;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.config.GuardSettings;
import io.billingcenter.domain.guard.AttentionItem;
import io.billingcenter.domain.guard.SilenceLimit;
import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.guard.AttentionReader;
import io.billingcenter.readers.tables.guard.InputFindings;
import io.billingcenter.readers.tables.metering.ReadingHistory;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds the items that need attention after a run, by the limits of the settings. */
@Component
public class AttentionLookup {

    /** Ten-thousandths in one per cent: the limit of quarantine is in the former, its setting in the latter. */
    private static final long IN_A_HUNDREDTH = 100;

    private final JdbcTemplate jdbc;
    private final GuardSettings settings;

    AttentionLookup(JdbcTemplate jdbc, BillingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings.guard();
    }

    /** Returns the items that need attention after the run; none for a run that does not bill for a day. */
    public List<AttentionItem> after(RunRequest request, long runId) {
        if (!request.isOfBillingDay()) {
            return List.of();
        }
        List<AttentionItem> items = new ArrayList<>(new AttentionReader(
                        jdbc,
                        silenceLimit(settings.silence()),
                        new QuarantineLimit(
                                settings.quarantine().records(),
                                settings.quarantine().share() * IN_A_HUNDREDTH))
                .after(request.requireDay(), runId));
        if (request.job().readsTraffic() && isNothingEverRead()) {
            items.add(new AttentionItem(
                    AttentionItem.NO_TRAFFIC,
                    "",
                    request.requireDay(),
                    "no traffic file was ever read into this database; is the day wrong, or the folder?",
                    true));
        }
        return items;
    }

    private boolean isNothingEverRead() {
        return new ReadingHistory(jdbc).isEmpty()
                && new InputFindings(jdbc).all().isEmpty();
    }

    /** Returns the limit of workspaces that fall silent together. */
    static SilenceLimit silenceLimit(GuardSettings.Silence silence) {
        return new SilenceLimit(silence.chargeShare(), silence.workspaces(), silence.workspaceShare());
    }
}
