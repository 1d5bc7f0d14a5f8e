package io.billingcenter.jobs.guard;

import io.billingcenter.domain.guard.InputFinding;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.guard.InputFindings;
import io.billingcenter.readers.metering.ReadingHistory;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Traffic files that are missing or cannot be got at, as the summary of a run lists them. */
@Component
public class InputReport {

    private static final int LISTED = 20;

    private final JdbcTemplate jdbc;

    InputReport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A line for each finding of the days up to that one, the latest days first; many are counted instead. */
    public List<String> lines(BillingDay last) {
        List<InputFinding> findings = new ArrayList<>(found(last));
        findings.sort((one, other) ->
                other.workspaceDay().day().compareTo(one.workspaceDay().day()));
        List<String> lines = new ArrayList<>(findings.stream()
                .limit(LISTED)
                .map(finding -> finding.kind().code() + " " + finding.detail())
                .toList());
        if (findings.size() > LISTED) {
            lines.add("and " + (findings.size() - LISTED) + " more");
        }
        return lines;
    }

    /** Whether there is any finding of the days up to that one. */
    public boolean isAny(BillingDay last) {
        return !found(last).isEmpty();
    }

    /** Whether nothing was ever read: then the day or the folder is likely to be wrong. */
    public boolean isNothingEverRead() {
        return new ReadingHistory(jdbc).isEmpty()
                && new InputFindings(jdbc).all().isEmpty();
    }

    private List<InputFinding> found(BillingDay last) {
        return new InputFindings(jdbc)
                .all().stream()
                        .filter(finding -> finding.kind() != InputFindingKind.MISSING)
                        .filter(finding -> !last.isBefore(finding.workspaceDay().day()))
                        .toList();
    }
}
