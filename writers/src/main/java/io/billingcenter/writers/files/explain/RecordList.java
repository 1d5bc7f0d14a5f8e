package io.billingcenter.writers.files.explain;

import io.billingcenter.domain.explain.Contribution;
import io.billingcenter.domain.usage.MeterSource;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.RecordPlace;
import java.io.PrintWriter;
import java.math.BigDecimal;

/** Prints the records that contribute to a quantity as they are found: the place and the contribution of each. */
public final class RecordList {

    private final PrintWriter out;
    private final boolean json;
    private boolean any;

    /** Creates a list that is printed as JSON or as text. */
    public RecordList(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** Prints a record that contributes to the quantity of the meter. */
    public void add(MeterTier tier, MeterSource source, Contribution contribution) {
        RecordPlace place = contribution.place();
        BigDecimal brings = source.quantity(contribution.amount());
        if (json) {
            out.print((any ? ",\n    " : "\n    ") + "{\"meter\": " + JsonTree.quoted(tier.toString()) + ", \"file\": "
                    + JsonTree.quoted(place.file()) + ", \"line\": " + place.line() + ", \"byte\": " + place.offset()
                    + ", \"brings\": " + JsonTree.quoted(Node.plain(brings)) + "}");
        } else {
            out.println("  " + tier + "  " + place + "  +" + Node.plain(brings));
        }
        any = true;
    }
}
