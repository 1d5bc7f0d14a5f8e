package io.billingcenter.schema.guard;

import io.billingcenter.domain.guard.Consent;
import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code consent}: the consents that people gave; it only grows. */
public final class ConsentTable {

    public static final Table TABLE = Table.named("consent");

    public static final Column<Long> CONSENT_NUMBER = TABLE.largeNumber("consent_number");
    public static final Column<ConsentKind> KIND = TABLE.code("kind", ConsentKind.values(), ConsentKind::code);
    /** Depends on the kind: a stop, an account, a day, a file or a folder. */
    public static final Column<String> SUBJECT = TABLE.text("subject");

    public static final Column<BillingDay> FROM_DAY = TABLE.day("from_day");
    public static final Column<BillingDay> TO_DAY = TABLE.day("to_day");
    public static final Column<String> REASON = TABLE.text("reason");
    public static final Column<String> GIVEN_BY = TABLE.text("given_by");
    /** Instant, as text. */
    public static final Column<String> GIVEN_AT = TABLE.text("given_at");

    static {
        TABLE.digests(KIND, SUBJECT, FROM_DAY, TO_DAY, REASON, GIVEN_BY, GIVEN_AT);
    }

    private ConsentTable() {}

    /** Returns the row of a consent. */
    public static TableRow row(long number, Consent consent) {
        return TABLE.row()
                .set(CONSENT_NUMBER, number)
                .set(KIND, consent.kind())
                .set(SUBJECT, consent.subject())
                .set(FROM_DAY, consent.from())
                .set(TO_DAY, consent.to())
                .set(REASON, consent.reason())
                .set(GIVEN_BY, consent.by().who())
                .set(GIVEN_AT, consent.by().when());
    }
}
