package bcl.jobs;

/** What all files that are begun in one run share: the rules of their turn, their snapshot, and how they are answered. */
record Turns(FileTurn turn, RunSnapshot snapshot, Answering answering, Publishing publishing) {}
