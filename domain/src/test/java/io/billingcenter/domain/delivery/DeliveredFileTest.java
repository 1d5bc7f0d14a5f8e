package io.billingcenter.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promised layout of the delivered files; a change here requires a new version of the layout. */
class DeliveredFileTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            USAGE | usage/1 | billing_day*,workspace_id*,meter*,retention_days*,quantity,unit,revision
            BILL_LINES | bill-lines/1 | posted_day*,billing_day*,account_id*,workspace_id*,meter*,retention_days*,kind*,quantity,unit,unit_price,currency,amount,price_version,posting_id
            SETTLEMENT | settlement/1 | posted_day*,account_id*,settlement*,currency*,total,voucher,prepaid_card,cash,cloud,owed
            HOLDS | holds/1 | billing_day*,workspace_id*,reason*,meter*,retention_days*,quantity,detail
            NOTICES | notices/1 | day*,account_id*,workspace_id*,notice*,days_left,owed,currency
            FREE_USAGE | free-usage/1 | billing_day*,workspace_id*,meter*,quota,quantity,beyond,unit
            ALERTS | alerts/1 | billing_day*,workspace_id*,meter*,threshold,amount,currency
            BILL_DETAILS | bill-details/1 | consumeTimeOfDay*,productName,productDetail,billingCycle,billingResult,deductionAmount,oweAmount,originAmount,couponAmount,storedCardAmount,cashAmount,cashCouldAmount,commodityCategory,consumePlatform,customerIdentifier,workspaceUuid,workspaceName,consumeTime,tag6,count,currency
            INVOICES | invoices/1 | billing_month*,account_id*,invoice_number*,currency,total,voucher,prepaid_card,cash,cloud,owed,fapiao_amount,state
            INVOICE_LINES | invoice-lines/1 | billing_month*,account_id*,invoice_number*,workspace_id*,meter*,retention_days*,kind*,quantity,unit,amount,currency
            INVOICES_2 | invoices/2 | billing_month*,account_id*,invoice_number*,currency,total,voucher,prepaid_card,cash,cloud,owed,fapiao_amount,state,document,refers_to,account_name,period_from,period_to,invoice_date,due_date,seller,buyer_title,buyer_tax_id
            INVOICE_LINES_2 | invoice-lines/2 | billing_month*,account_id*,invoice_number*,workspace_id*,meter*,retention_days*,kind*,quantity,unit,amount,currency,account_name,workspace_name,billing_day*,unit_price*
            """)
    void headersAndKeysAreAsPromised(DeliveredFile file, String schema, String columns) {
        assertThat(file.schema()).isEqualTo(schema);
        assertThat(file.columns().stream()
                        .map(column -> column.name() + (column.key() ? "*" : ""))
                        .collect(Collectors.joining(",")))
                .isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "BILL_LINES,amount",
        "SETTLEMENT,total",
        "BILL_DETAILS,billingResult",
        "INVOICES,total",
        "INVOICE_LINES,amount",
        "INVOICES_2,total",
        "INVOICE_LINES_2,amount"
    })
    void theTotalOfAPeriodIsTheSumOfOneColumn(DeliveredFile file, String column) {
        assertThat(file.totalColumn().orElseThrow().name()).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource({"USAGE", "HOLDS", "NOTICES", "FREE_USAGE", "ALERTS"})
    void filesThatAreNotAboutAllPostingsHaveNoTotal(DeliveredFile file) {
        assertThat(file.totalColumn()).isEmpty();
    }

    @Test
    void everyCellMayBeEmptyAndNoneMayBeOfAnotherType() {
        assertThat(ColumnType.TEXT.accepts(null)).isTrue();
        assertThat(ColumnType.INTEGER.accepts(1L)).isTrue();
        assertThat(ColumnType.INTEGER.accepts(1)).isFalse();
        assertThat(ColumnType.MONEY.accepts("1.00")).isFalse();
    }
}
