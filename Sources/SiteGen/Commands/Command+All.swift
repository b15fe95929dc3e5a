extension Command {
  /// The table of commands, in the order that help shows them.
  static let all: [Command] = [
    .build, .serve, .check, .initialize, .new, .list, .inventory, .deploy, .repair, .explain, .render,
    .completions,
  ]
}
