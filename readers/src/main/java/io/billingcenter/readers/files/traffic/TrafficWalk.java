package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.TrafficFolder.Findings;
import io.billingcenter.readers.files.traffic.TrafficFolder.ListedDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A walk through the folders of workspaces and days. Each folder is listed once and each file is looked at once, because a
 * store may lie on a file system on which every call takes a while.
 */
final class TrafficWalk {

    /** Folders of workspaces that one thread walks at a time. */
    private static final int WORKSPACES = 32;

    private record Child(String name, Path path) {}

    private final Path root;
    private final FileAccess access;
    private final Predicate<BillingDay> wanted;
    private final DayFolder dayFolder;

    /** The days by the names of their folders; empty for a name that is no day. There are few of them. */
    private final Map<String, Optional<BillingDay>> days = new ConcurrentHashMap<>();

    /**
     * A walk that was not begun.
     *
     * @param wanted the days to list; folders of other days are skipped silently
     */
    TrafficWalk(Path root, FileAccess access, Predicate<BillingDay> wanted) {
        this.root = root;
        this.access = access;
        this.wanted = wanted;
        this.dayFolder = new DayFolder(access);
    }

    /**
     * Reports everything that is found, workspaces in the order of code points and days in date order.
     *
     * @param threads number of threads that share the walk
     * @param findings receives everything in the thread of the caller
     * @throws UnreadableFileException if the root cannot be listed
     */
    void walk(int threads, Findings findings) throws IOException {
        List<Child> folders;
        try {
            folders = children(root);
        } catch (IOException e) {
            throw UnreadableFileException.of(root, e);
        }
        if (threads == 1 || folders.size() <= WORKSPACES) {
            folders.forEach(folder -> walk(folder, findings));
            return;
        }
        List<List<Child>> parts = new ArrayList<>();
        for (int from = 0; from < folders.size(); from += WORKSPACES) {
            parts.add(folders.subList(from, Math.min(from + WORKSPACES, folders.size())));
        }
        OrderedResults.forEach(parts, threads, this::record, part -> part.forEach(event -> event.accept(findings)));
    }

    /** Returns what is found in some folders of workspaces, to be reported later. */
    private List<Consumer<Findings>> record(List<Child> folders) {
        List<Consumer<Findings>> events = new ArrayList<>();
        Findings recorder = new Findings() {
            @Override
            public void day(ListedDay day) {
                events.add(findings -> findings.day(day));
            }

            @Override
            public void ignored(Path path) {
                events.add(findings -> findings.ignored(path));
            }

            @Override
            public void unlisted(WorkspaceId workspace, @Nullable BillingDay day, String reason) {
                events.add(findings -> findings.unlisted(workspace, day, reason));
            }
        };
        folders.forEach(folder -> walk(folder, recorder));
        return events;
    }

    private void walk(Child workspaceFolder, Findings findings) {
        WorkspaceId workspace = workspaceOf(workspaceFolder.name());
        if (workspace == null) {
            findings.ignored(workspaceFolder.path());
            return;
        }
        List<Path> children = childrenOf(workspaceFolder.path(), workspace, null, findings);
        for (Child child : children == null ? List.<Child>of() : sorted(children)) {
            Optional<BillingDay> day = days.computeIfAbsent(child.name(), TrafficWalk::dayOf);
            if (day.isEmpty()) {
                findings.ignored(child.path());
            } else if (wanted.test(day.get())) {
                listDay(child.path(), new WorkspaceDay(workspace, day.get()), findings);
            }
        }
    }

    private void listDay(Path folder, WorkspaceDay workspaceDay, Findings findings) {
        List<Path> children = childrenOf(folder, workspaceDay.workspace(), workspaceDay.day(), findings);
        if (children != null) {
            findings.day(new ListedDay(workspaceDay, dayFolder.files(children, findings::ignored)));
        }
    }

    /** Returns the children of a folder; null if it is not a folder, has disappeared, or cannot be listed. */
    private @Nullable List<Path> childrenOf(
            Path folder, WorkspaceId workspace, @Nullable BillingDay day, Findings findings) {
        try {
            return access.children(folder);
        } catch (IOException e) {
            if (e instanceof NotDirectoryException && isOther(folder)) {
                findings.ignored(folder);
                return null;
            }
            boolean gone = e instanceof NoSuchFileException && Files.notExists(folder, LinkOption.NOFOLLOW_LINKS);
            if (!gone) {
                findings.unlisted(
                        workspace,
                        day,
                        "Expected the folder " + folder + " to be listed, found "
                                + UnreadableFileException.found(folder, e));
            }
        }
        return null;
    }

    /** Returns whether there is certainly something other than a folder. */
    private boolean isOther(Path path) {
        try {
            return !access.attributes(path).isDirectory();
        } catch (IOException e) {
            return false;
        }
    }

    private List<Child> children(Path folder) throws IOException {
        return sorted(access.children(folder));
    }

    private static List<Child> sorted(List<Path> paths) {
        List<Child> children = new ArrayList<>(paths.size());
        for (Path path : paths) {
            children.add(new Child(String.valueOf(path.getFileName()), path));
        }
        children.sort(Comparator.comparing(Child::name, DayFolder.FILE_ORDER));
        return children;
    }

    private static @Nullable WorkspaceId workspaceOf(String name) {
        try {
            return new WorkspaceId(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<BillingDay> dayOf(String name) {
        try {
            return Optional.of(BillingDay.parse(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
