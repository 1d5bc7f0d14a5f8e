package io.billingcenter.writers.tables.settlement;

import io.billingcenter.domain.settlement.Notice;
import io.billingcenter.domain.settlement.NoticeKind;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What accounts and workspaces are told: table {@code notice}. */
public final class NoticeWriter {

    private static final String DELETE = """
            DELETE FROM notice WHERE notice_day = ? AND account_id = ? AND currency = ? AND workspace_id = ?
              AND notice = ? AND subject = ?""";

    private static final String INSERT = """
            INSERT INTO notice (notice_day, account_id, currency, workspace_id, notice, subject, days_left, owed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private record Told(String account, String workspace, String subject) {}

    private final JdbcTemplate jdbc;

    /** The table of this database. */
    public NoticeWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the notices; one of the same kind for the same day is replaced. */
    public void store(Collection<Notice> notices) {
        if (!notices.isEmpty()) {
            jdbc.batchUpdate(DELETE, notices.stream().map(NoticeWriter::key).toList());
            jdbc.batchUpdate(INSERT, notices.stream().map(NoticeWriter::row).toList());
        }
    }

    /**
     * Stores those that tell something new of a cloud account; what was settled before they became known is told on the last
     * settled day.
     *
     * @return the days on which something is told
     */
    public Set<BillingDay> storeReleases(Collection<Notice> notices, @Nullable BillingDay lastSettled) {
        Set<Told> told = new HashSet<>(jdbc.query(
                "SELECT account_id, workspace_id, subject FROM notice WHERE notice = ?",
                (row, number) -> new Told(row.getString(1), row.getString(2), row.getString(3)),
                NoticeKind.VENDOR_RELEASED.code()));
        List<Notice> fresh = new ArrayList<>();
        Set<BillingDay> days = new HashSet<>();
        for (Notice notice : notices) {
            if (told.add(new Told(notice.wallet().account().value(), workspaceText(notice), notice.subject()))) {
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

    private static Object[] key(Notice notice) {
        return new Object[] {
            notice.day().date(),
            notice.wallet().account().value(),
            notice.wallet().currency().getCurrencyCode(),
            workspaceText(notice),
            notice.kind().code(),
            notice.subject()
        };
    }

    private static @Nullable Object[] row(Notice notice) {
        return new @Nullable Object[] {
            notice.day().date(),
            notice.wallet().account().value(),
            notice.wallet().currency().getCurrencyCode(),
            workspaceText(notice),
            notice.kind().code(),
            notice.subject(),
            notice.daysLeft(),
            notice.owed() == null ? null : notice.owed().amount()
        };
    }

    private static String workspaceText(Notice notice) {
        return notice.workspace() == null ? "" : notice.workspace().value();
    }
}
