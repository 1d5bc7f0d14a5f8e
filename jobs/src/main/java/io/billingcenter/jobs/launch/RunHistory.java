package io.billingcenter.jobs.launch;

import io.billingcenter.domain.runs.MissedNights;
import io.billingcenter.domain.runs.RunEntry;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.runs.RunHistoryReader;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What ran on this database; on a new one, nothing did. */
@Component
public class RunHistory {

    private final RunHistoryReader reader;

    RunHistory(JdbcTemplate jdbc) {
        this.reader = new RunHistoryReader(jdbc);
    }

    /** The last runs, the newest first. */
    public List<RunEntry> last(int count) {
        return reader.last(count);
    }

    /** The nights between the last finished one and that day. */
    public MissedNights missedBefore(BillingDay night) {
        return reader.missedBefore(JobName.NIGHTLY.text(), night);
    }
}
