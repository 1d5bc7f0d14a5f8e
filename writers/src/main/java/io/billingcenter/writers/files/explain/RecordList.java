package io.billingcenter.writers.files.explain;

import io.billingcenter.domain.explain.Contribution;
import io.billingcenter.domain.usage.MeterSource;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.RecordPlace;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/** Prints the records that contribute to a quantity as they are found: the place and the contribution of each. */
public interface RecordList {

    /** Prints a record that contributes to the quantity of the meter. */
    void add(MeterTier tier, MeterSource source, Contribution contribution);

    /** Returns a list that is printed as text, one line for each record. */
    static RecordList text(PrintWriter out) {
        return (tier, source, contribution) ->
                out.println("  " + tier + "  " + contribution.place() + "  +" + quantity(source, contribution));
    }

    /** Returns a list that is written as the elements of a JSON array that the caller has started. */
    static RecordList json(JsonGenerator json) {
        return (tier, source, contribution) -> {
            RecordPlace place = contribution.place();
            json.writeStartObject();
            json.writeStringProperty("meter", tier.toString());
            json.writeStringProperty("file", place.file());
            json.writeNumberProperty("line", place.line());
            json.writeNumberProperty("byte", place.offset());
            json.writeStringProperty("brings", quantity(source, contribution));
            json.writeEndObject();
        };
    }

    private static String quantity(MeterSource source, Contribution contribution) {
        return Node.plain(source.quantity(contribution.amount()));
    }
}
