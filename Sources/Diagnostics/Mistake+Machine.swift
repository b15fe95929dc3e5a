import Bytes
import Language

extension Mistake {
  /// Writes the mistake as one line of JSON.
  public func writeJSON(in tongue: Tongue, into out: inout [UInt8]) {
    let sentence = finding.sentence(in: tongue)
    out.append("{\"severity\":")
    out.append(jsonString: finding.severity.word(in: .english))
    out.append(",\"code\":")
    out.append(jsonString: finding.code)
    out.append(",\"path\":")
    out.append(jsonString: path)
    if let place {
      out.append(",\"line\":")
      out.append(decimal: place.line)
      out.append(",\"column\":")
      out.append(decimal: place.column)
      out.append(",\"endColumn\":")
      out.append(decimal: place.column + place.length)
    }
    out.append(",\"message\":")
    out.append(jsonString: sentence.message)
    if let hint = sentence.hint {
      out.append(",\"hint\":")
      out.append(jsonString: hint)
    }
    if let place {
      out.append(",\"source\":")
      out.append(jsonString: place.text)
    }
    out.append("}\n")
  }

  /// Writes the mistake as a workflow command, which GitHub shows beside the line in a pull request.
  public func writeGitHub(in tongue: Tongue, into out: inout [UInt8]) {
    let sentence = finding.sentence(in: tongue)
    let command =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    out.append(text: "::\(command) file=\(path.escaped(properties: true))")
    if let place {
      out.append(text: ",line=\(place.line),col=\(place.column),endColumn=\(place.column + place.length)")
    }
    out.append(text: ",title=\(finding.code.escaped(properties: true))::")
    out.append(text: sentence.message.escaped(properties: false))
    if let hint = sentence.hint { out.append(text: "%0A" + hint.escaped(properties: false)) }
    out.append("\n")
  }
}

extension String {
  /// Escapes as GitHub's workflow commands ask; property values may hold neither `:` nor `,`.
  fileprivate func escaped(properties: Bool) -> String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "%": text += "%25"
      case "\r": text += "%0D"
      case "\n": text += "%0A"
      case ":" where properties: text += "%3A"
      case "," where properties: text += "%2C"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
