package bcl.jobs;

import bcl.parsing.RawGroup;
import bcl.validation.Assessed;
import org.jspecify.annotations.Nullable;

/**
 * A group of a part on its way through a chunk.
 *
 * @param group null for the last item of a part, which only moves the part to its end
 * @param contact null before it was assessed
 * @param nextGroup where the part stands when the group is decided
 */
record PartItem(@Nullable RawGroup group, @Nullable Assessed contact, int nextGroup, long nextOffset, long nextLine) {
    static PartItem of(RawGroup group) {
        return new PartItem(group, null, group.ordinal() + 1, group.endOffset(), group.nextLine());
    }

    /** The group itself is let go: what was parsed is all that is needed from here on. */
    PartItem with(Assessed assessed) {
        return new PartItem(null, assessed, nextGroup, nextOffset, nextLine);
    }
}
