package io.billingcenter.writers.files.document;

import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.document.DocumentHead.DocumentAccount;
import io.billingcenter.domain.document.DocumentLanguage;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.writers.files.report.FigureText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words and figures of documents in one language. Public, because templates call it. */
public final class DocumentWords {

    private static final int DECIMALS_OF_PRICE = 2;

    private final DocumentTexts texts;
    private final DocumentLanguage language;

    /**
     * A caption and its value.
     *
     * @param caption in the language of the document
     */
    public record Fact(String caption, String value) {}

    DocumentWords(DocumentTexts texts, DocumentLanguage language) {
        this.texts = texts;
        this.language = language;
    }

    /** Returns the text of a key. */
    public String of(String key) {
        return texts.text(language, key);
    }

    /** Returns the text of a key with a value in it. */
    public String of(String key, Object value) {
        return texts.text(language, key, value);
    }

    /** Returns the text of a key with values in it. */
    String ofAll(String key, Object... values) {
        return texts.text(language, key, values);
    }

    /** Returns the language of the document. */
    DocumentLanguage language() {
        return language;
    }

    /** Returns the content of the box at the foot of each page, as CSS. */
    String pageNumber() {
        String[] parts = of("page.of").split("\\{[01]}", -1);
        if (parts.length != 3) {
            throw new TemplateException("Expected the text page.of to have {0} and then {1}, found '" + of("page.of")
                    + "'; correct documents_" + language.code() + ".properties");
        }
        return quoted(parts[0]) + " counter(page) " + quoted(parts[1]) + " counter(pages) " + quoted(parts[2]);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String money(Money amount) {
        return FigureText.grouped(amount.amount());
    }

    static String moneyWithCurrency(Money amount) {
        return amount.currency().getCurrencyCode() + " " + money(amount);
    }

    /** Returns a quantity without needless zeros. */
    static String quantity(BigDecimal quantity) {
        return FigureText.plain(quantity);
    }

    /** Returns a price with at least two decimals. */
    static String price(BigDecimal price) {
        BigDecimal plain = price.signum() == 0 ? BigDecimal.ZERO : price.stripTrailingZeros();
        return FigureText.grouped(plain.scale() < DECIMALS_OF_PRICE ? plain.setScale(DECIMALS_OF_PRICE) : plain);
    }

    String period(BillingMonth month) {
        return ofAll("period.days", month.firstDay(), month.endExclusive().minusDays(1));
    }

    /** Returns the name of an item: the meter, and the retention if the price depends on it. */
    String item(PostingKind kind, @Nullable MeterTier tier) {
        if (tier == null) {
            return of("kind." + kind.code());
        }
        String meter = of("meter." + tier.meter().code());
        String item = kind == PostingKind.PACK ? of("kind.pack") + " " + meter : meter;
        return tier.retentionDays() == Meter.FLAT ? item : item + ", " + of("retention", tier.retentionDays());
    }

    String unit(@Nullable MeterTier tier) {
        return of("unit." + (tier == null ? "none" : tier.meter().code()));
    }

    String workspace(String name, @Nullable Object id) {
        if (id == null) {
            return of("workspace.none");
        }
        return name.isEmpty() || name.equals(id.toString()) ? id.toString() : name + " (" + id + ")";
    }

    /** Returns what is known of the seller, without its name. */
    List<Fact> facts(Seller seller) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "", seller.address());
        add(facts, of("tax.id"), seller.taxId());
        add(facts, of("bank"), seller.bank());
        return facts;
    }

    /** Returns what is known of the buyer, without its title. */
    List<Fact> facts(Buyer buyer) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "", buyer.address());
        add(facts, of("tax.id"), buyer.taxId());
        add(facts, of("phone"), buyer.phone());
        add(facts, of("email"), buyer.email());
        add(facts, of("bank"), buyer.bank());
        add(facts, of("bank.account"), buyer.bankAccount());
        add(facts, of("buyer.reference"), buyer.reference());
        return facts;
    }

    /** Returns the name of the buyer: the title by its invoice profile, else the name of the account. */
    static String buyer(Buyer buyer, DocumentAccount account) {
        if (buyer.isKnown()) {
            return buyer.title();
        }
        return account.name().isEmpty() ? account.id().value() : account.name();
    }

    static void add(List<Fact> facts, String caption, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            facts.add(new Fact(caption, value.toString()));
        }
    }
}
