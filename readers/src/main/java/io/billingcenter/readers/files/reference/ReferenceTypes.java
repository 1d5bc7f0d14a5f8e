package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The value types of the columns of reference files. */
final class ReferenceTypes {

    private static final String ID_FORM =
            "id of 1 to 64 letters, digits, '-', '_', '.', ':' or '@' that does not start with a dot";

    static final ValueType<WorkspaceId> WORKSPACE_ID = ValueType.checked("a workspace " + ID_FORM, WorkspaceId::new);
    static final ValueType<BillingAccountId> ACCOUNT_ID =
            ValueType.checked("an account " + ID_FORM, BillingAccountId::new);
    static final ValueType<String> ID = matching("an " + ID_FORM, "[A-Za-z0-9_:@-][A-Za-z0-9._:@-]{0,63}");

    /** A display name, as long as a text column that is not part of a key. */
    static final ValueType<String> NAME = ValueType.text(4000);

    /** A text short enough for a database index. */
    static final ValueType<String> KEY_TEXT = matching("1 to 500 characters", "(?s).{1,500}");

    static final ValueType<String> SUBJECT = matching("at most 500 characters", "(?s).{0,500}");

    static final ValueType<String> EMAIL =
            matching("an e-mail address with one @ and at most 500 characters", "(?=.{3,500}$)[^@\\s]+@[^@\\s]+");

    static final ValueType<String> COUNTRY = matching("a country code of two capital letters", "[A-Z]{2}");

    static final ValueType<Currency> CURRENCY = ValueType.oneOf(
            List.of("CNY", "USD"),
            text -> Optional.of(text).filter(List.of("CNY", "USD")::contains).map(Currency::getInstance));

    static final ValueType<Instant> INSTANT =
            new ValueType<>("an instant like 2026-11-21T08:00:00+08:00", InstantCells::parse);

    private static final ValueType<BigDecimal> AMOUNT = ValueType.money();

    private ReferenceTypes() {}

    /** Reads an amount of money above 0. */
    static Cell<BigDecimal> amount(CsvRow row, String column) {
        return row.cell(column, AMOUNT).require(amount -> amount.signum() > 0, "an amount above 0");
    }

    private static ValueType<String> matching(String expected, String form) {
        Pattern pattern = Pattern.compile(form);
        return new ValueType<>(
                expected, text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty());
    }
}
