package io.billingcenter.jobs.fapiao;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.config.FapiaoSettings;
import io.billingcenter.domain.delivery.SetKind;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.fapiao.FapiaoLayout;
import io.billingcenter.domain.fapiao.FapiaoStatus;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.delivery.SetMaker;
import io.billingcenter.jobs.launch.ConfigFiles;
import io.billingcenter.readers.files.fapiao.FapiaoLayoutFile;
import io.billingcenter.readers.files.fapiao.InvalidFapiaoLayoutException;
import io.billingcenter.readers.tables.fapiao.FapiaoStatusReader;
import io.billingcenter.writers.files.delivery.SetContent;
import io.billingcenter.writers.files.fapiao.FapiaoFiles;
import io.billingcenter.writers.tables.fapiao.FapiaoRequestWriter;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Requests the fapiao of a closed month, if a goods code is set. A request is stored with the workbook that asks for it. */
@Lazy
@Component
class FapiaoMaker implements SetMaker {

    private final JdbcTemplate jdbc;
    private final FapiaoSettings settings;
    private final ConfigFiles files;

    FapiaoMaker(JdbcTemplate jdbc, BillingSettings settings, ConfigFiles files) {
        this.jdbc = jdbc;
        this.settings = settings.fapiao();
        this.files = files;
    }

    @Override
    public SetKind kind() {
        return SetKind.FAPIAO;
    }

    @Override
    public Optional<SetContent> content(BillingMonth month, long runId) {
        if (!settings.isOn()) {
            return Optional.empty();
        }
        List<FapiaoStatus> requests = new FapiaoStatusReader(jdbc).of(month);
        if (requests.isEmpty()) {
            return Optional.empty();
        }
        FapiaoFiles content = new FapiaoFiles(requests, layout(), settings.terms(), month.endExclusive());
        return Optional.of(set -> {
            content.write(set);
            new FapiaoRequestWriter(jdbc, runId)
                    .store(requests.stream().map(FapiaoStatus::request).toList());
        });
    }

    private FapiaoLayout layout() {
        try {
            return FapiaoLayoutFile.read(
                    settings.layout(),
                    files.read("billing.fapiao.layout", settings.layout(), FapiaoSettings.DEFAULT_LAYOUT));
        } catch (InvalidFapiaoLayoutException | IllegalArgumentException e) {
            throw SetRefusedException.incomplete(String.valueOf(e.getMessage()));
        }
    }
}
