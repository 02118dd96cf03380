package lenswacht.simulator;

/// One recorded request and its reply.
///
/// @param match which requests the reply answers
/// @param reply what is sent
record Exchange(ExchangeMatch match, Reply reply) {}
