package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.reference.PackageTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The days on which accounts have packages; each is in force for a year. */
final class PackageDays {

    /** First days by account. */
    private final Map<String, List<BillingDay>> firstDays = new HashMap<>();

    /** Reads all packages. */
    PackageDays(JdbcTemplate jdbc) {
        jdbc.query(PackageTable.TABLE.select(), row -> {
            BillingAccountId account = PackageTable.ACCOUNT_ID.get(row);
            firstDays.computeIfAbsent(account.value(), key -> new ArrayList<>()).add(PackageTable.FROM_DAY.get(row));
        });
    }

    /** Returns whether the account has a package on the day; for no account, whether there is any package. */
    boolean mayCover(@Nullable String account, BillingDay day) {
        if (account == null) {
            return !firstDays.isEmpty();
        }
        return firstDays.getOrDefault(account, List.of()).stream()
                .anyMatch(from -> !day.isBefore(from) && day.isBefore(from.plusYears(1)));
    }
}
