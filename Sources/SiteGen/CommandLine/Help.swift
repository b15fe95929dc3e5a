import Language

/// The help texts, made from the table of commands.
struct Help: Sendable {
  let commands: [Command]
  let tongue: Tongue

  /// The overview of the program.
  var overview: String {
    let width = (commands.map(\.name.count).max() ?? 0) + 2
    let lines = commands.map { "  \($0.name.padded(to: width))\($0.summary(tongue))" }
    return """
      \(tongue.pick(
        en: "sitegen: a Spanish-language homelab blog and portfolio, published from Markdown",
        es: "sitegen: blog y portafolio de un homelab, publicados a partir de Markdown"
      ))

      \(tongue.pick(en: "usage: sitegen COMMAND [OPTIONS]", es: "uso: sitegen ORDEN [OPCIONES]"))

      \(lines.joined(separator: "\n"))

      \(tongue.pick(
        en: "'sitegen help COMMAND' tells more; 'sitegen --version' prints the version.",
        es: "«sitegen help ORDEN» cuenta más; «sitegen --version» escribe la versión."
      ))

      """
  }

  /// The help of one command.
  func page(of command: Command) -> String {
    var sections = [
      "\(tongue.pick(en: "usage", es: "uso")): \(usage(of: command))",
      command.summary(tongue).capitalizedFirst + ".",
    ]
    if let details = command.details { sections.append(details(tongue)) }
    if !command.members.isEmpty {
      sections.append(table(command.members.map { ($0.lastWord, $0.summary(tongue)) }))
      sections.append(
        tongue.pick(
          en: "'sitegen help \(command.name) COMMAND' tells more.",
          es: "«sitegen help \(command.name) ORDEN» cuenta más."))
      return sections.joined(separator: "\n\n") + "\n"
    }
    if !command.arguments.isEmpty {
      sections.append(table(command.arguments.map { ($0.label, $0.summary(tongue)) }))
    }
    let options = command.options + Option.common
    sections.append(table(options.map { ($0.signature, $0.summary(tongue)) }))
    if !command.examples.isEmpty {
      let heading = tongue.pick(en: "examples:", es: "ejemplos:")
      sections.append(([heading] + command.examples.map { "  \($0)" }).joined(separator: "\n"))
    }
    return sections.joined(separator: "\n\n") + "\n"
  }

  private func usage(of command: Command) -> String {
    let arguments = command.arguments.map { argument in
      let label = argument.repeats ? argument.label + "…" : argument.label
      return argument.isRequired ? label : "[\(label)]"
    }
    let options =
      command.members.isEmpty
      ? command.options.map { "[\($0.signature)]" }
      : [tongue.pick(en: "[OPTIONS]", es: "[OPCIONES]")]
    let words = ["sitegen", command.name] + arguments + options
    return words.wrapped(indent: 4, width: 100)
  }

  /// Two columns; a long left side gets a line of its own.
  private func table(_ rows: [(String, String)]) -> String {
    let limit = 28
    let width = min(limit, rows.map(\.0.count).max() ?? 0) + 2
    return rows.map { left, right in
      left.count > limit
        ? "  \(left)\n  \("".padded(to: width))\(right)"
        : "  \(left.padded(to: width))\(right)"
    }.joined(separator: "\n")
  }
}

extension Option {
  /// The name with what follows it: `--output DIR`.
  var signature: String { label.map { "\(name) \($0)" } ?? name }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }

  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension [String] {
  fileprivate func wrapped(indent: Int, width: Int) -> String {
    var lines = [""]
    for word in self {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = word
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(repeating: " ", count: indent) + word)
      }
    }
    return lines.joined(separator: "\n")
  }
}
