package bcl.jobs;

/**
 * What all files of one run share: the rules of their turn, their snapshot, how they are answered, and what failed.
 *
 * @param run its number
 */
record Turns(
        long run, FileTurn turn, RunSnapshot snapshot, Answering answering, Publishing publishing, Setbacks setbacks) {}
