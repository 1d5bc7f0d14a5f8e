package io.billingcenter.jobs.focus;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.config.FocusSettings;
import io.billingcenter.domain.delivery.SetKind;
import io.billingcenter.domain.focus.FocusTerms;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.delivery.SetMaker;
import io.billingcenter.readers.tables.focus.FocusReader;
import io.billingcenter.writers.files.delivery.SetContent;
import io.billingcenter.writers.files.focus.FocusOptions;
import io.billingcenter.writers.files.focus.FocusSet;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes the files of FOCUS of a closed month. */
@Lazy
@Component
class FocusMaker implements SetMaker {

    private final JdbcTemplate jdbc;
    private final BillingSettings settings;

    FocusMaker(JdbcTemplate jdbc, BillingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public SetKind kind() {
        return SetKind.FOCUS;
    }

    @Override
    public Optional<SetContent> content(BillingMonth month, long runId) {
        FocusSettings focus = settings.focus();
        if (focus.versions().isEmpty()) {
            return Optional.empty();
        }
        FocusReader reader = new FocusReader(jdbc, month, settings.rules().units(), focus.regions());
        FocusTerms terms = new FocusTerms(focus.provider(), focus.service(), focus.vendors(), settings.zone());
        FocusOptions options = new FocusOptions(focus.focusVersions(), focus.columns(), terms);
        return Optional.of(new FocusSet(month, reader.issued(), options, reader::read));
    }
}
