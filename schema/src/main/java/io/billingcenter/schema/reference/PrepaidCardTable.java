package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.PrepaidCard;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code prepaid_card}: the prepaid cards of accounts. */
public final class PrepaidCardTable {

    public static final Table TABLE = Table.named("prepaid_card");

    public static final Column<String> CARD_ID = TABLE.text("card_id");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");
    public static final Column<BillingDay> PURCHASED = TABLE.day("purchased");
    public static final Column<BillingDay> EXPIRES = TABLE.day("expires");

    private PrepaidCardTable() {}

    /** Returns the row of a prepaid card. */
    public static TableRow row(PrepaidCard card) {
        return TABLE.row()
                .set(CARD_ID, card.id())
                .set(ACCOUNT_ID, card.account())
                .set(AMOUNT, card.amount())
                .set(PURCHASED, card.purchased())
                .set(EXPIRES, card.expires());
    }

    /** Returns the prepaid card that is in the current row. */
    public static PrepaidCard prepaidCard(ResultSet row) throws SQLException {
        return new PrepaidCard(
                CARD_ID.get(row), ACCOUNT_ID.get(row), AMOUNT.get(row), PURCHASED.get(row), EXPIRES.get(row));
    }
}
