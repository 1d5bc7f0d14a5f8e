package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/commands.md} with the commands and options that the program declares. */
class CommandsPageTest {

    private static final Pattern COMMAND = Pattern.compile("@Command\\(\\s*name = \"([a-z-]+)\"");
    private static final Pattern ALIAS = Pattern.compile("aliases = \"(\\w+)\"");
    private static final Pattern OPTION = Pattern.compile("names = \"(--[a-z-]+)\"");
    private static final Pattern STATUS = Pattern.compile("[A-Z_]+\\((\\d+)\\)[,;]");

    private final String page = Documents.text(Workplace.HOME.resolve("docs/commands.md"));

    @Test
    void listsEveryCommand() {
        List<String> commands = declared(COMMAND);

        assertThat(commands).hasSizeGreaterThan(20);
        assertThat(commands.stream().filter(command -> !command.equals("billing")))
                .allSatisfy(command -> assertThat(page).containsPattern("`[^`]*\\b" + command + "\\b[^`]*`"));
    }

    @Test
    void listsEveryAlias() {
        assertThat(declared(ALIAS))
                .isNotEmpty()
                .allSatisfy(alias -> assertThat(page).contains("(`" + alias + "`)"));
    }

    @Test
    void listsEveryOption() {
        assertThat(declared(OPTION))
                .hasSizeGreaterThan(20)
                .allSatisfy(option -> assertThat(page).containsPattern(option + "[^a-z-]"));
    }

    @Test
    void listsEveryExitStatus() {
        String statuses = Sources.texts("jobs").entrySet().stream()
                .filter(source -> source.getKey().endsWith("ExitStatus.java"))
                .findFirst()
                .orElseThrow()
                .getValue();

        assertThat(STATUS.matcher(statuses).results().map(status -> status.group(1)))
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        status -> assertThat(page).containsPattern("(?m)^\\|[ 0-9,]*\\b" + status + "\\b[ 0-9,]*\\|"));
    }

    private static List<String> declared(Pattern pattern) {
        return Sources.texts("jobs").values().stream()
                .flatMap(source -> pattern.matcher(source).results())
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }
}
