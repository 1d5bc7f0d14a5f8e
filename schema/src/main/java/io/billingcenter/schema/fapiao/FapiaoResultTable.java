package io.billingcenter.schema.fapiao;

import io.billingcenter.domain.fapiao.FapiaoResult;
import io.billingcenter.domain.fapiao.FapiaoState;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code fapiao_result}: the results of requests, as the reference file has them. */
public final class FapiaoResultTable {

    public static final Table TABLE = Table.named("fapiao_result");

    public static final Column<String> REQUEST_ID = TABLE.text("request_id");
    /** Empty while there is no fapiao. */
    public static final Column<String> FAPIAO_NUMBER = TABLE.text("fapiao_number");

    public static final Column<BillingDay> ISSUED = TABLE.day("issued");
    public static final Column<FapiaoState> STATE = TABLE.code("state", FapiaoState::name, FapiaoState::ofCode);
    /** Empty but for red ones. */
    public static final Column<String> RED_OF = TABLE.text("red_of");

    private FapiaoResultTable() {}

    /** Returns the row of a result. */
    public static TableRow row(FapiaoResult result) {
        return TABLE.row()
                .set(REQUEST_ID, result.requestId())
                .set(FAPIAO_NUMBER, result.number())
                .set(ISSUED, result.issued())
                .set(STATE, result.state())
                .set(RED_OF, result.redOf());
    }

    /** Returns the result that is in the current row. */
    public static FapiaoResult result(ResultSet row) throws SQLException {
        return new FapiaoResult(
                REQUEST_ID.get(row), FAPIAO_NUMBER.get(row), ISSUED.getOrNull(row), STATE.get(row), RED_OF.get(row));
    }
}
