/// The filters after `|`.
enum Filters {
  static let all: [String: Filter] = {
    var table = FilterTable()
    addText(to: &table)
    addLayout(to: &table)
    addMarkup(to: &table)
    addNumbers(to: &table)
    addLists(to: &table)
    addChoosing(to: &table)
    addGrouping(to: &table)
    addDates(to: &table)
    addProse(to: &table)
    return table.filters
  }()
}

struct FilterTable {
  private(set) var filters: [String: Filter] = [:]

  mutating func add(
    _ names: String..., parameters: [String] = [], variadic: Bool = false, undefined: Bool = false,
    _ body: @escaping Filter.Body
  ) {
    for name in names {
      filters[name] = Filter(
        name: name, signature: Signature(parameters: parameters, isVariadic: variadic),
        takesUndefined: undefined, printer: PrintingFilter(rawValue: name), body: body)
    }
  }
}
