import Diagnostics
import Disk
import Nodes
import Templates

/// Renders one template with data from a JSON file; what it includes or extends lies beside it.
struct TemplateRendering {
  let template: Path
  let data: Path?
  let isLenient: Bool
  let escapes: Bool

  func run(on console: Console) -> ExitCode {
    let bytes: [UInt8]
    let json: [UInt8]
    do throws(DiskFailure) {
      bytes = try File.read(template)
      json = try data.map { (path) throws(DiskFailure) in try File.read(path) } ?? Array("{}".utf8)
    } catch {
      console.show(Report([error.mistake]))
      return .outside
    }
    let source = Source(path: data?.text ?? "{}", bytes: json)
    let node: Node
    do { node = try JSON.read(source) } catch {
      console.show(error)
      return .wrong
    }
    guard node.entries != nil else {
      console.show(Report([source.mistake(DataRefusal.noObject, at: 0..<1)]))
      return .wrong
    }
    do {
      var out: [UInt8] = []
      try environment.template(bytes, named: template.text).render(Value(node), into: &out)
      console.print(out)
      return .done
    } catch {
      console.show(Report([located(error)]))
      return .wrong
    }
  }

  /// Templates know one another by name; the author is told where the file lies.
  private func located(_ mistake: Mistake) -> Mistake {
    guard mistake.path != template.text else { return mistake }
    return Mistake(mistake.finding, path: template.parent.appending(mistake.path).text, place: mistake.place)
  }

  private var environment: Templates.Environment {
    var options = Templates.Environment.Options()
    options.undefined = isLenient ? .lenient : .strict
    options.escapes = escapes
    let folder = template.parent
    return Templates.Environment(options) { name in
      guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return nil }
      do { return try File.read(folder.appending(name)) } catch { return nil }
    }
  }
}
