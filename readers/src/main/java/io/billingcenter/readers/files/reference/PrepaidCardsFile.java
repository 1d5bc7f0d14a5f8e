package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.PrepaidCard;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.UniqueKeys;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Prepaid cards of accounts, {@code prepaid_cards.csv} (billing rules 6.2).
 *
 * <pre>
 * card_id,account_id,amount,purchased,expires
 * card-1,acct-aurora,10000,2026-01-05,2027-01-05
 * card-2,acct-aurora,500,2026-03-01,2027-03-01
 * </pre>
 *
 * <ul>
 *   <li>card_id: identifies the card
 *   <li>account_id: an account of {@code billing_accounts.csv}
 *   <li>amount: face value in the account's currency, a multiple of 100 above 0
 *   <li>purchased: first day on which it can be used
 *   <li>expires: first day on which it is void
 * </ul>
 */
final class PrepaidCardsFile {

    private static final String CARD_ID = "card_id";
    private static final String ACCOUNT_ID = "account_id";
    private static final String AMOUNT = "amount";
    private static final String PURCHASED = "purchased";
    private static final String EXPIRES = "expires";

    static final CsvFormat FORMAT = CsvFormat.of("prepaid_cards.csv", CARD_ID, ACCOUNT_ID, AMOUNT, PURCHASED, EXPIRES);

    private PrepaidCardsFile() {}

    static List<PrepaidCard> read(CsvTable table, References references) {
        UniqueKeys<String> ids = new UniqueKeys<>("an id");
        return Located.facts(table.facts(row -> card(row, references, ids)));
    }

    private static Optional<PrepaidCard> card(CsvRow row, References references, UniqueKeys<String> ids) {
        Cell<String> id = row.cell(CARD_ID, ReferenceTypes.ID);
        Cell<BillingAccountId> account = references.account(row, ACCOUNT_ID);
        Cell<BigDecimal> amount = ReferenceTypes.amount(row, AMOUNT)
                .require(PrepaidCard::isFaceValue, "a multiple of 100 (billing rules 6.2)");
        LifetimeCells life = LifetimeCells.read(row, PURCHASED, EXPIRES);
        ids.claim(id);
        return row.fact(() -> new PrepaidCard(
                id.get(),
                account.get(),
                amount.get(),
                life.from().get(),
                life.expires().get()));
    }
}
