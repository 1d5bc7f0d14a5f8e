package io.billingcenter.readers.tables.outbox;

import io.billingcenter.schema.reference.InvoiceProfileTable;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the mail addresses of accounts from their invoice profiles. */
public final class AccountAddresses {

    private static final String IN_FORCE =
            " WHERE account_id = ? AND from_day <= ? AND (to_day IS NULL OR to_day > ?) ORDER BY from_day DESC";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public AccountAddresses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the addresses of an account on a day, as its profile has them, separated by commas; none if it has none. */
    public List<String> of(String account, LocalDate day) {
        return jdbc
                .query(
                        InvoiceProfileTable.TABLE.select() + IN_FORCE,
                        (row, number) -> InvoiceProfileTable.EMAIL.get(row),
                        account,
                        day,
                        day)
                .stream()
                .limit(1)
                .flatMap(addresses -> List.of(addresses.split(",")).stream())
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
