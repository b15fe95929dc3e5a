extension Command {
  /// A command that is one of several by the word after its name; help and completions see its members' words and options.
  static func family(_ name: String, summary: Words, details: Words? = nil, members: [Command]) -> Command {
    var options: [Option] = []
    for option in members.flatMap(\.options) where !options.contains(where: { $0.name == option.name }) {
      options.append(option)
    }
    let words = members.map(\.lastWord)
    return Command(
      name: name,
      summary: summary,
      arguments: [
        Argument(
          label: words.joined(separator: "|"), summary: Words(en: "what to do", es: "qué se hace"),
          choices: words)
      ],
      options: options,
      details: details,
      examples: members.flatMap { $0.examples.prefix(1) },
      members: members,
      run: { _, _ in .usage }
    )
  }

  /// The word by which a family knows it: `show` of `inventory show`.
  var lastWord: String { name.split(separator: " ").last.map(String.init) ?? name }
}
