package io.billingcenter.writers.tables.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.settlement.Notice;
import io.billingcenter.domain.settlement.NoticeKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.settlement.NoticeTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes notices to accounts and workspaces: table {@code notice}. */
public final class NoticeWriter {

    private static final String KNOWN = NoticeTable.TABLE.select() + " WHERE " + NoticeTable.NOTICE + " = ?";

    private record Release(
            BillingAccountId account, @Nullable WorkspaceId workspace, String subject) {}

    private final JdbcTemplate jdbc;

    /** Writes through the template. */
    public NoticeWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the notices; one of the same kind for the same day is replaced. */
    public void store(Collection<Notice> notices) {
        if (!notices.isEmpty()) {
            List<TableRow> rows = notices.stream().map(NoticeTable::row).toList();
            NoticeTable.TABLE.delete(jdbc, NoticeTable.KEY, rows);
            NoticeTable.TABLE.insert(jdbc, rows);
        }
    }

    /**
     * Writes the notices about released cloud accounts that are new; one for a day that was settled before the release became
     * known is written for the last settled day.
     *
     * @return the days that get notices
     */
    public Set<BillingDay> storeReleases(Collection<Notice> notices, @Nullable BillingDay lastSettled) {
        Set<Release> known =
                new HashSet<>(jdbc.query(KNOWN, (row, number) -> release(row), NoticeKind.VENDOR_RELEASED.code()));
        List<Notice> fresh = new ArrayList<>();
        Set<BillingDay> days = new HashSet<>();
        for (Notice notice : notices) {
            if (known.add(new Release(notice.wallet().account(), notice.workspace(), notice.subject()))) {
                BillingDay day = lastSettled != null && notice.day().isBefore(lastSettled) ? lastSettled : notice.day();
                days.add(day);
                fresh.add(new Notice(
                        day,
                        notice.wallet(),
                        notice.workspace(),
                        notice.kind(),
                        notice.subject(),
                        notice.daysLeft(),
                        notice.owed()));
            }
        }
        store(fresh);
        return days;
    }

    private static Release release(ResultSet row) throws SQLException {
        return new Release(
                NoticeTable.ACCOUNT_ID.get(row), NoticeTable.WORKSPACE_ID.getOrNull(row), NoticeTable.SUBJECT.get(row));
    }
}
