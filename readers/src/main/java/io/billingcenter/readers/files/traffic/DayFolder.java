package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The traffic files among the children of the folder of a workspace-day, each with the size and time that it has now. */
final class DayFolder {

    /** Orders by code points, which is the order of unsigned UTF-8 bytes, unlike {@link String#compareTo}. */
    static final Comparator<String> FILE_ORDER = DayFolder::compareCodePoints;

    /** The character that the JVM substitutes for bytes of a name that its charset cannot decode. */
    private static final char UNKNOWN_CHARACTER = '\uFFFD';

    private record Child(String listedName, boolean isUndecodable, Path path) {}

    private static final Comparator<Child> CHILD_ORDER =
            Comparator.comparing(Child::listedName, FILE_ORDER).thenComparing(Child::isUndecodable);

    private final FileAccess access;

    /** Looks at the files through that access. */
    DayFolder(FileAccess access) {
        this.access = access;
    }

    /**
     * Returns the traffic files among the children of a folder, in file order.
     *
     * @param ignored receives the others, in the order of their names
     */
    List<ListedFile> files(Collection<Path> children, Consumer<Path> ignored) {
        List<ListedFile> files = new ArrayList<>(children.size());
        String last = "";
        for (Child child : sorted(children)) {
            String name = child.listedName();
            if (name.equals(TrafficFolder.PRODUCER_MANIFEST)) {
                continue;
            }
            // A name that cannot be decoded may be shown as another file is named.
            if (TrafficFile.isNamed(name) && !name.equals(last)) {
                files.add(listed(child));
                last = name;
            } else {
                ignored.accept(child.path());
            }
        }
        return files;
    }

    private static List<Child> sorted(Collection<Path> children) {
        List<Child> sorted = new ArrayList<>(children.size());
        for (Path path : children) {
            String name = name(path);
            boolean undecodable = name.indexOf(UNKNOWN_CHARACTER) >= 0;
            sorted.add(new Child(undecodable ? escaped(path) : name, undecodable, path));
        }
        sorted.sort(CHILD_ORDER);
        return sorted;
    }

    /** Returns the file with its attributes, or without size and time if it cannot be inspected. */
    private ListedFile listed(Child child) {
        if (!child.isUndecodable()) {
            try {
                BasicFileAttributes attributes = access.attributes(child.path());
                if (attributes.isRegularFile()) {
                    return new ListedFile(
                            child.listedName(),
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant());
                }
            } catch (IOException e) {
                // Reading it fails as well, and reports the reason.
            }
        }
        return ListedFile.notSeen(child.listedName());
    }

    /** Returns whether the name of the path has bytes that cannot be decoded. */
    static boolean isUndecodable(Path path) {
        return name(path).indexOf(UNKNOWN_CHARACTER) >= 0;
    }

    /**
     * Returns the name. A name that cannot be decoded is shown by its bytes, with those outside of ASCII encoded as in
     * a URL: {@code %C8%D5.csv}.
     */
    static String listedName(Path path) {
        return isUndecodable(path) ? escaped(path) : name(path);
    }

    private static String escaped(Path path) {
        String address = path.toUri().getRawPath();
        return address.substring(address.lastIndexOf('/', address.length() - 2) + 1);
    }

    private static int compareCodePoints(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                // A surrogate belongs to a code point above all those of one char.
                return Character.isSurrogate(one) == Character.isSurrogate(other)
                        ? Character.compare(one, other)
                        : Boolean.compare(Character.isSurrogate(one), Character.isSurrogate(other));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
