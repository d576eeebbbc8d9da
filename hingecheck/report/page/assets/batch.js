// Sorts and filters the rows that are already on the page.
const rows = document.getElementById("rows");
if (rows) {
  const sort = document.getElementById("sort"), filter = document.getElementById("filter");
  const order = {
    name: (a, b) => a.name.localeCompare(b.name),
    day: (a, b) => a.day.localeCompare(b.day) || a.name.localeCompare(b.name),
    worst: (a, b) => b.worst - a.worst || a.name.localeCompare(b.name),
    reps: (a, b) => b.reps - a.reps || a.name.localeCompare(b.name),
  };
  sort.addEventListener("change", () => {
    rows.append(...[...rows.children].sort((a, b) => order[sort.value](a.dataset, b.dataset)));
  });
  filter.addEventListener("input", () => {
    const asked = filter.value.toLowerCase();
    let shown = 0;
    for (const row of rows.children) {
      row.hidden = !row.textContent.toLowerCase().includes(asked);
      shown += !row.hidden;
    }
    document.getElementById("shown").textContent = asked ? `${shown} of ${rows.children.length}` : "";
  });
}
