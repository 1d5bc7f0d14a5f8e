package io.billingcenter.writers.files.document;

import io.billingcenter.domain.document.AdjustmentLine;
import io.billingcenter.domain.document.DocumentLanguage;
import io.billingcenter.domain.document.DocumentState;
import io.billingcenter.domain.document.InvoiceDocument;
import io.billingcenter.domain.document.MeterLine;
import io.billingcenter.domain.document.WorkspaceSection;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text that an invoice should have, from the data of the document and the captions of its language; without spaces, because
 * a PDF has none where a line ends.
 */
final class PrintedText {

    private static final DecimalFormatSymbols ROOT = DecimalFormatSymbols.getInstance(Locale.ROOT);

    private final InvoiceDocument document;
    private final Map<String, String> captions;
    private final StringBuilder text = new StringBuilder();

    PrintedText(InvoiceDocument document, DocumentLanguage language) {
        this.document = document;
        this.captions = new TreeMap<>(new DocumentTexts(new DocumentTemplates(null)).all(language));
    }

    /** Returns the head of the table of usage, which is repeated on each page. */
    String headOfLines() {
        return stripped(caption("item") + caption("quantity") + caption("unit") + caption("price") + caption("amount"));
    }

    /** Returns the head of the table of adjustments, which is repeated on each page. */
    String headOfAdjustments() {
        return stripped(caption("day")
                + caption("workspace")
                + caption("item")
                + caption("quantity")
                + caption("unit")
                + caption("amount"));
    }

    /** Returns what each page has besides its part of the text. */
    String frame(int page, int pages) {
        String mark = document.head().state() == DocumentState.FINAL
                ? ""
                : caption(document.head().state().code() + ".mark");
        String name = caption(document.head().kind().code())
                + (document.head().number() == null ? "" : document.head().number());
        return stripped(name + caption("page.of").replace("{0}", "" + page).replace("{1}", "" + pages) + mark);
    }

    String body() {
        text.setLength(0);
        boolean credit = document.head().kind() == DocumentKind.CREDIT_NOTE;
        add(document.seller().name(), document.seller().address());
        addBoth("tax.id", document.seller().taxId(), "bank", document.seller().bank());
        add(caption(document.head().kind().code()));
        buyerAndFacts();
        String currency = document.head().currency().getCurrencyCode();
        add(
                caption("total"),
                currency,
                money(document.total()),
                caption(credit ? "credited.amount" : "due.amount"),
                currency,
                amountDue(credit));
        if (document.head().state() == DocumentState.VOID) {
            add(caption("void.replaced").replace("{0}", "INV-2026-000777"));
        } else if (document.head().state() != DocumentState.FINAL) {
            add(caption(document.head().state().code() + ".note"));
        }
        chart();
        if (!document.sections().isEmpty()) {
            add(caption("usage"), headOfLines());
            document.sections().forEach(this::section);
            add(caption("rounding"));
        }
        if (!document.adjustments().isEmpty()) {
            add(caption(credit ? "adjustments.credited" : "adjustments"), headOfAdjustments());
            document.adjustments().forEach(this::adjustment);
            add(caption(credit ? "credited.total" : "adjustments.total"));
            add(money(document.adjustments().stream()
                    .map(AdjustmentLine::amount)
                    .reduce(Money::plus)
                    .orElseThrow()));
        }
        paymentAndBalance(currency);
        return stripped(text.toString());
    }

    private String amountDue(boolean credit) {
        if (document.head().state() == DocumentState.VOID) {
            return "0.00";
        }
        // The example's credit note is below zero: the amount that it gives back is printed without the sign.
        return credit
                ? money(document.total()).substring(1)
                : money(document.payment().owed());
    }

    private void buyerAndFacts() {
        add(caption("bill.to"), document.buyer().title(), document.buyer().address());
        addBoth("tax.id", document.buyer().taxId(), "phone", document.buyer().phone());
        addBoth("email", document.buyer().email(), "bank", document.buyer().bank());
        addBoth(
                "bank.account",
                document.buyer().bankAccount(),
                "buyer.reference",
                document.buyer().reference());
        addIf("number", document.head().number());
        addIf("refers.to", document.head().refersTo());
        addIf("replaced.by", document.head().state() == DocumentState.VOID ? "INV-2026-000777" : null);
        addIf("issued", document.head().dates().issued());
        boolean credit = document.head().kind() == DocumentKind.CREDIT_NOTE;
        addIf("due", credit ? null : document.head().dates().due());
        add(caption("period"));
        add(caption("period.days").replace("{0}", "2026-10-01").replace("{1}", "2026-10-31"));
        add(
                caption("account"),
                document.head().account().name(),
                "(" + document.head().account().id() + ")");
        add(caption("currency"), document.head().currency().getCurrencyCode());
        addIf("reason", credit ? "Agent sent twice <&> 重复计费" : null);
    }

    private void chart() {
        if (document.days().stream().allMatch(day -> day.amount().isZero())) {
            return;
        }
        add(caption("days"));
        Money zero = Money.zero(document.head().currency());
        Money top = document.days().stream()
                .map(day -> day.amount())
                .max(Money::compareTo)
                .orElseThrow();
        Money bottom = document.days().stream()
                .map(day -> day.amount())
                .min(Money::compareTo)
                .orElseThrow();
        add(top.compareTo(zero) > 0 ? money(top) : "");
        add(bottom.compareTo(zero) < 0 ? money(bottom) : "");
        document.days().forEach(day -> add("" + day.day().date().getDayOfMonth()));
    }

    private void section(WorkspaceSection section) {
        add(section.name(), "(" + section.workspace() + ")");
        Map<String, Integer> linesOfMeter = new TreeMap<>();
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (MeterLine line : section.lines()) {
            linesOfMeter.merge(line.tier().meter().code(), 1, Integer::sum);
            sums.merge(line.tier().meter().code(), line.amount().amount(), BigDecimal::add);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < section.lines().size(); i++) {
            MeterLine line = section.lines().get(i);
            String meter = line.tier().meter().code();
            add(item(line.tier()), number(line.quantity(), line.tier(), "0.#########"), caption("unit." + meter));
            add(new DecimalFormat("#,##0.00#####", ROOT).format(line.unitPrice()), money(line.amount()));
            sum = sum.add(line.amount().amount());
            boolean last = i + 1 == section.lines().size()
                    || section.lines().get(i + 1).tier().meter() != line.tier().meter();
            if (last && linesOfMeter.get(meter) > 1) {
                add(caption("subtotal.of").replace("{0}", caption("meter." + meter)));
                add(money(Money.of(document.head().currency(), sums.get(meter))));
            }
        }
        add(caption("subtotal"), money(Money.of(document.head().currency(), sum)));
    }

    private void adjustment(AdjustmentLine line) {
        add(line.day().toString(), line.name(), "(" + line.workspace() + ")", item(line.tier()));
        if (line.quantity().signum() != 0) {
            add(
                    number(line.quantity(), line.tier(), "0.#########"),
                    caption("unit." + line.tier().meter().code()));
        }
        add(money(line.amount()));
    }

    private void paymentAndBalance(String currency) {
        add(caption("paid"));
        addIfNotZero("paid.voucher", document.payment().voucher());
        addIfNotZero("paid.prepaid_card", document.payment().prepaidCard());
        addIfNotZero("paid.cash", document.payment().cash());
        addIfNotZero("paid.cloud", document.payment().cloud());
        addIfNotZero("paid.owed", document.payment().owed());
        add(caption("total"), currency, money(document.total()));
        add(caption("balance").replace("{0}", "2026-10-31"));
        add(caption("balance.voucher"), money(document.balance().voucher()));
        add(caption("balance.prepaid_card"), money(document.balance().prepaidCard()));
        add(caption("balance.cash"), money(document.balance().cash()));
        add(caption("balance.arrears"), money(document.balance().arrears()));
        Money sum = document.balance().voucher().plus(document.balance().prepaidCard());
        add(
                caption("balance.total"),
                money(sum.plus(document.balance().cash())
                        .plus(document.balance().arrears())));
        if (document.payment().owed().isPositive() && document.head().state() == DocumentState.FINAL) {
            add(caption("pay.to")
                    .replace("{0}", currency + money(document.payment().owed()))
                    .replace("{1}", "2026-12-03")
                    .replace("{2}", document.seller().bank()));
        }
    }

    private String item(MeterTier tier) {
        String meter = caption("meter." + tier.meter().code());
        return tier.retentionDays() == 0
                ? meter
                : meter + "," + caption("retention").replace("{0}", "" + tier.retentionDays());
    }

    private static String number(BigDecimal quantity, MeterTier tier, String pattern) {
        return new DecimalFormat("#,##" + pattern, ROOT)
                .format(quantity.divide(BigDecimal.valueOf(tier.meter().unit())));
    }

    private static String money(Money amount) {
        return new DecimalFormat("#,##0.00", ROOT).format(amount.amount());
    }

    private String caption(String key) {
        return captions.get(key);
    }

    private void add(String... texts) {
        for (String more : texts) {
            text.append(more);
        }
    }

    /** Adds two captions with their values, each if there is a value. */
    private void addBoth(String key, String value, String otherKey, String otherValue) {
        addIf(key, value.isEmpty() ? null : value);
        addIf(otherKey, otherValue.isEmpty() ? null : otherValue);
    }

    private void addIf(String key, Object value) {
        if (value != null) {
            text.append(caption(key)).append(value);
        }
    }

    private void addIfNotZero(String key, Money amount) {
        if (!amount.isZero()) {
            text.append(caption(key)).append(money(amount));
        }
    }

    static String stripped(String text) {
        return text.replaceAll("\\s", "");
    }
}
