package io.billingcenter.jobs.launch;

import io.billingcenter.domain.runs.MissedNights;
import io.billingcenter.domain.runs.RunEntry;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.runs.RunHistoryReader;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The history of runs on this database; empty on a new one. */
@Component
public class RunHistory {

    private final RunHistoryReader reader;

    RunHistory(JdbcTemplate jdbc) {
        this.reader = new RunHistoryReader(jdbc);
    }

    /** Returns the last runs, the newest first. */
    public List<RunEntry> last(int count) {
        return reader.last(count);
    }

    /** Returns the missed nights between the last finished one and a day. */
    public MissedNights missedBefore(BillingDay night) {
        return reader.missedBefore(JobName.NIGHTLY.text(), night);
    }
}
