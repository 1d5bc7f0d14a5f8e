package io.billingcenter.readers.tables.paging;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns that many tables share, as domain values. */
public final class Columns {

    private Columns() {}

    /** Columns {@code workspace_id} and {@code billing_day}. */
    public static WorkspaceDay workspaceDay(ResultSet row) throws SQLException {
        return new WorkspaceDay(new WorkspaceId(row.getString("workspace_id")), day(row, "billing_day"));
    }

    /** A day that is never null. */
    public static BillingDay day(ResultSet row, String column) throws SQLException {
        return new BillingDay(row.getObject(column, LocalDate.class));
    }

    /** A day that may be null. */
    public static @Nullable BillingDay nullableDay(ResultSet row, String column) throws SQLException {
        LocalDate date = row.getObject(column, LocalDate.class);
        return date == null ? null : new BillingDay(date);
    }

    /** Columns {@code meter} and {@code retention_days}. */
    public static MeterTier tier(ResultSet row) throws SQLException {
        return new MeterTier(known(Meter.ofCode(row.getString("meter")), "meter"), row.getInt("retention_days"));
    }

    /** Columns {@code meter} and {@code retention_days}; null where the meter is empty. */
    public static @Nullable MeterTier tierOrNone(ResultSet row) throws SQLException {
        return row.getString("meter").isEmpty() ? null : tier(row);
    }

    /** Column {@code workspace_id}; null where it is empty. */
    public static @Nullable WorkspaceId workspaceOrNone(ResultSet row) throws SQLException {
        String id = row.getString("workspace_id");
        return id.isEmpty() ? null : new WorkspaceId(id);
    }

    /** Column {@code measure}. */
    public static Measure measure(ResultSet row) throws SQLException {
        return known(Measure.ofCode(row.getString("measure")), "measure");
    }

    /** Returns the constant; the suite itself wrote its code, so an unknown one means a database of another version. */
    public static <T> T known(Optional<T> constant, String column) {
        return constant.orElseThrow(() -> new IllegalStateException("Expected a code of this version in column "
                + column + ", found another: the database belongs to another version of the suite"));
    }
}
