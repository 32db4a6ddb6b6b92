"""From the files of form tools to ballots, a module for each source."""
